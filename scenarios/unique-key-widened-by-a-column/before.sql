CREATE TABLE stock (
    id   serial PRIMARY KEY,
    sku  varchar(10) NOT NULL,
    site integer NOT NULL DEFAULT 1,
    qty  integer NOT NULL,
    CONSTRAINT stock_sku_key UNIQUE (sku) DEFERRABLE INITIALLY IMMEDIATE
);
INSERT INTO stock (sku, qty) SELECT 'S' || i, i * 5 FROM generate_series(1, 8) i;
