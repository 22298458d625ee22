CREATE TABLE fees (id serial PRIMARY KEY, name text NOT NULL, amount numeric(8,2), kind char(1) DEFAULT 'a');
CREATE INDEX fees_kind_idx ON fees (kind, name);
INSERT INTO fees (name, amount, kind) SELECT 'Fee ' || i, i * 1.5, chr(96 + i) FROM generate_series(1, 8) i;
