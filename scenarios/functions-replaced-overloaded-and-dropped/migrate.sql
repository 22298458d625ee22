-- The rate changes, and several helpers go.
CREATE OR REPLACE FUNCTION net(gross numeric) RETURNS numeric LANGUAGE sql VOLATILE AS 'SELECT gross / 1.16';
DROP FUNCTION net(numeric, numeric);
DROP FUNCTION bills_over(numeric);
DROP FUNCTION lines(text[]);
DROP PROCEDURE clean(numeric, integer);
DROP AGGREGATE mul(numeric);
CREATE PROCEDURE clean() LANGUAGE sql AS 'DELETE FROM bills';
ALTER FUNCTION bill_sum() RENAME TO bills_sum;
ALTER FUNCTION bills_sum() SECURITY INVOKER;
GRANT EXECUTE ON FUNCTION bills_sum() TO PUBLIC;
