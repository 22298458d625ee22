CREATE TABLE lines (
    id    serial PRIMARY KEY,
    qty   integer NOT NULL,
    total numeric(14,2) GENERATED ALWAYS AS (qty * price) STORED,
    price numeric(10,2) NOT NULL,
    label text GENERATED ALWAYS AS ('Line ' || upper(code)) STORED,
    code  text
);
CREATE INDEX lines_total_idx ON lines (total);
INSERT INTO lines (qty, price, code) SELECT i, i * 1.11, 'c' || i FROM generate_series(1, 10) i;
