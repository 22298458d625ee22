INSERT INTO phones (number) VALUES ('09'), ('01');
INSERT INTO phones (number, active) VALUES ('02', false);
UPDATE phones SET number = '77' WHERE id = 3;
DELETE FROM phones WHERE id = 10;
