-- The routine is gone, and what should replace it does not compile.
ALTER TABLE a ADD COLUMN w int DEFAULT 7;
DROP PROCEDURE total;
DROP FUNCTION twice;
DELIMITER //
CREATE FUNCTION twice(x int) RETURNS int DETERMINISTIC
BEGIN
  RETURN x + x;
END//
CREATE PROCEDURE total(OUT t int)
BEGIN
  SELEKT 1;
END//
DELIMITER ;
