-- Names are kept as they are typed.
DROP TRIGGER a_second;
DROP TRIGGER told;
CREATE TRIGGER told AFTER UPDATE ON accounts FOR EACH ROW INSERT INTO audit (what) VALUES ('changed');
ALTER TABLE accounts DROP COLUMN kind, MODIFY name varchar(60);
