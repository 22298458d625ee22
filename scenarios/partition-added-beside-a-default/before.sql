CREATE TABLE bills (id integer NOT NULL, day date NOT NULL, total numeric(10,2), PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE bills_2024 PARTITION OF bills FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE bills_rest PARTITION OF bills DEFAULT;
INSERT INTO bills SELECT i, DATE '2023-12-15' + i * 30, i * 5 FROM generate_series(1, 20) i;
