-- Some logic moves into the application.
DROP FUNCTION twice;
CREATE FUNCTION twice(x bigint) RETURNS bigint DETERMINISTIC NO SQL RETURN x + x;
DROP PROCEDURE bump;
DROP FUNCTION total;
ALTER PROCEDURE nothing COMMENT 'still nothing' SQL SECURITY INVOKER;
CREATE PROCEDURE fresh() SELECT 1;
