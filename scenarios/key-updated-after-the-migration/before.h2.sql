CREATE TABLE slots (code varchar(8) CONSTRAINT slots_pkey PRIMARY KEY, size integer NOT NULL, note varchar DEFAULT 'empty');
INSERT INTO slots SELECT 'S' || i, i, 'note ' || i FROM (SELECT CAST(x AS integer) AS i FROM SYSTEM_RANGE(1, 6)) s;
