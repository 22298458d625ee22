CREATE TABLE suppliers (
    id   serial PRIMARY KEY,
    code varchar(10) NOT NULL CONSTRAINT suppliers_code_key UNIQUE,
    name text
);
INSERT INTO suppliers (code, name) SELECT 'S' || i * 10, 'Supplier ' || i FROM generate_series(1, 9) i;
