-- The computed column and what it needs are gone.
DROP SYNONYM words;
ALTER TABLE t DROP COLUMN d;
DROP ALIAS twice;
CREATE ALIAS twice AS 'int twice(int a) { return a + a + 1; }';
DROP ALIAS root;
DROP CONSTANT rate;
CREATE CONSTANT rate VALUE 8;
CREATE ALIAS more FOR "java.lang.Math.cbrt";
