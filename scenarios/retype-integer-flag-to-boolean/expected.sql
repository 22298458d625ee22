INSERT INTO switches ("on") VALUES (1);
INSERT INTO switches DEFAULT VALUES;
UPDATE switches SET "on" = 1 WHERE id = 2;
UPDATE switches SET "on" = 0 WHERE id = 9;
DELETE FROM switches WHERE id = 1;
