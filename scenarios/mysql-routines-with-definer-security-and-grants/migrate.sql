-- Definers, security and grants of routines change; one is dropped, another one added.
DELIMITER //
DROP PROCEDURE p1//
CREATE PROCEDURE p1(IN x int, OUT y int) SQL SECURITY DEFINER BEGIN SET y = x + 1; SET y = y + 1; END//
DROP PROCEDURE p2//
CREATE FUNCTION f2() RETURNS int DETERMINISTIC BEGIN RETURN 2; END//
DELIMITER ;
REVOKE EXECUTE ON FUNCTION f1 FROM scenario_reader@'%';
GRANT EXECUTE ON FUNCTION f1 TO scenario_writer@'%';
GRANT EXECUTE ON FUNCTION f2 TO scenario_reader@'%';
