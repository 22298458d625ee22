CREATE TABLE slots (code varchar(8) PRIMARY KEY, size integer NOT NULL, note text DEFAULT 'empty');
INSERT INTO slots SELECT 'S' || i, i, 'note ' || i FROM generate_series(1, 6) i;
