CREATE TABLE log (id int PRIMARY KEY AUTO_INCREMENT, v int);
CREATE USER IF NOT EXISTS scenario_writer@'%';
CREATE USER IF NOT EXISTS scenario_reader@'%';

DELIMITER //
CREATE DEFINER=scenario_writer@'%' PROCEDURE p1(IN x int, OUT y int)
    SQL SECURITY INVOKER
    COMMENT 'first; of two'
BEGIN
  -- a comment; with a semicolon
  IF x > 1 THEN
    SELECT 'a;b' INTO @s;
  END IF;
  SET y = x;
END//
CREATE PROCEDURE p2() MODIFIES SQL DATA
BEGIN
  INSERT INTO log (v) VALUES (1);
  INSERT INTO log (v) VALUES (2);
END//
CREATE DEFINER=scenario_writer@'%' FUNCTION f1(x int) RETURNS varchar(20) CHARSET latin1 DETERMINISTIC NO SQL
BEGIN
  RETURN concat('v', x);
END//
DELIMITER ;
GRANT EXECUTE ON PROCEDURE p1 TO scenario_reader@'%';
GRANT EXECUTE, ALTER ROUTINE ON PROCEDURE p2 TO scenario_writer@'%' WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION f1 TO scenario_reader@'%';
INSERT INTO log (v) VALUES (7);
