CREATE TABLE parts (
    sku    varchar(12) PRIMARY KEY,
    price  numeric(10,4) NOT NULL DEFAULT 0.0000,
    weight numeric
);
INSERT INTO parts SELECT 'SKU' || i, i + 0.4999, i * 1.1 FROM generate_series(1, 10) i;
INSERT INTO parts VALUES ('BIG', 999999.9999, 123456.789012345678901234567890), ('NUL', 0, NULL), ('TRAIL', 5.5000, 1.10);
