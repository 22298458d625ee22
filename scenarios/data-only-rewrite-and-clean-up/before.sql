CREATE TABLE prices (sku text PRIMARY KEY, net numeric(10,4) NOT NULL, cur char(3) NOT NULL, note text);
INSERT INTO prices SELECT 'SKU ' || i, i * 1.2345, CASE WHEN i % 2 = 0 THEN 'eur' ELSE 'EUR' END, '  note ' || i || '  ' FROM generate_series(1, 10) i;
