CREATE ALIAS twice AS 'int twice(int a) { return a * 2; }';
CREATE ALIAS root FOR "java.lang.Math.sqrt";
CREATE CONSTANT rate VALUE 7;
CREATE TABLE t (id INT PRIMARY KEY, v INT, d INT GENERATED ALWAYS AS (twice(v)));
CREATE SYNONYM words FOR t;
COMMENT ON ALIAS root IS 'Square root';
COMMENT ON CONSTANT rate IS 'Per cent';
INSERT INTO t (id, v) VALUES (1, 10), (2, 20);
