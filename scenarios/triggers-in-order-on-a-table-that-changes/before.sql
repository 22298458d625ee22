CREATE TABLE accounts (id int NOT NULL PRIMARY KEY, name varchar(30), kind int);
CREATE TABLE audit (n int NOT NULL AUTO_INCREMENT PRIMARY KEY, what varchar(60));
CREATE TRIGGER z_first BEFORE INSERT ON accounts FOR EACH ROW SET NEW.name = TRIM(NEW.name);
CREATE TRIGGER a_second BEFORE INSERT ON accounts FOR EACH ROW FOLLOWS z_first SET NEW.name = UPPER(NEW.name);
CREATE TRIGGER told AFTER UPDATE ON accounts FOR EACH ROW INSERT INTO audit (what) VALUES (CONCAT(OLD.name, ' to ', NEW.name));
CREATE TRIGGER gone AFTER DELETE ON accounts FOR EACH ROW INSERT INTO audit (what) VALUES (CONCAT('gone ', OLD.name));
INSERT INTO accounts VALUES (1, ' ada ', 1), (2, 'bob', NULL), (3, 'cyd', 3);
