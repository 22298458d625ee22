CREATE TABLE lines (
    id    serial PRIMARY KEY,
    qty   integer NOT NULL,
    price numeric(10,2) NOT NULL,
    total numeric(14,4) GENERATED ALWAYS AS (qty * price) STORED,
    CONSTRAINT lines_total_check CHECK (total >= 0)
);
CREATE INDEX lines_total_idx ON lines (total);
INSERT INTO lines (qty, price) SELECT i, i * 1.11 FROM generate_series(1, 8) i;
