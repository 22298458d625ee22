DROP TRIGGER a_second;
INSERT INTO accounts VALUES (4, 'Dan', NULL);
DROP TRIGGER told;
UPDATE accounts SET name = 'BOBBY' WHERE id = 2;
INSERT INTO audit (what) VALUES ('changed');
DELETE FROM accounts WHERE id = 3;
