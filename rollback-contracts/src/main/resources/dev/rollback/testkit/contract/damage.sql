-- SPDX-License-Identifier: Apache-2.0
--@ damages
--! table %schema%.extra
CREATE TABLE extra (id integer NOT NULL PRIMARY KEY);
--! back
DROP TABLE extra;
--! table %schema%.orders
ALTER TABLE orders RENAME TO renamed;
--! back
ALTER TABLE renamed RENAME TO orders;
--! table %schema%.customers
ALTER TABLE customers ADD COLUMN more integer;
--! back
ALTER TABLE customers DROP COLUMN more;
--! customers_name_key
ALTER TABLE customers ADD CONSTRAINT customers_name_key UNIQUE (name);
--! back
ALTER TABLE customers DROP CONSTRAINT customers_name_key;
--! orders_positive
ALTER TABLE orders ADD CONSTRAINT orders_positive CHECK (amount >= 0);
--! back
ALTER TABLE orders DROP CONSTRAINT orders_positive;
--! view %schema%.names
CREATE VIEW names AS SELECT name FROM customers;
--! back
DROP VIEW names;
--! table %schema%.orders
DELETE FROM orders WHERE id = 7;
--! back
INSERT INTO orders VALUES (7, 8, 7.25);
--! table %schema%.orders
INSERT INTO orders VALUES (1007, 8, 7.25);
--! back
DELETE FROM orders WHERE id = 1007;
--! table %schema%.orders
UPDATE orders SET amount = 99 WHERE id = 7;
--! back
UPDATE orders SET amount = 7.25 WHERE id = 7;
--! table %schema%.customers
UPDATE customers SET born = NULL WHERE id = 7;
--! back
UPDATE customers SET born = '2000-01-07' WHERE id = 7;
--! table %schema%.orders
UPDATE orders SET amount = amount + 1 WHERE id = 7;
UPDATE orders SET amount = amount - 1 WHERE id = 8;
--! back
UPDATE orders SET amount = amount - 1 WHERE id = 7;
UPDATE orders SET amount = amount + 1 WHERE id = 8;
