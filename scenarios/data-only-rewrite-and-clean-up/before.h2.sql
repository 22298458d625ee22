CREATE TABLE prices (sku varchar(20) PRIMARY KEY, net numeric(10,4) NOT NULL, cur char(3) NOT NULL, note varchar,
  changes int INVISIBLE DEFAULT 0 ON UPDATE 1);
INSERT INTO prices (sku, net, cur, note) SELECT 'SKU ' || x, x * 1.2345, CASE WHEN x % 2 = 0 THEN 'eur' ELSE 'EUR' END, '  note ' || x || '  '
  FROM SYSTEM_RANGE(1, 10);
