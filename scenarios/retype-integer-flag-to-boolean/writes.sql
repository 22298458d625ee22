INSERT INTO switches ("on") VALUES (true);
INSERT INTO switches DEFAULT VALUES;
UPDATE switches SET "on" = true WHERE id = 2;
UPDATE switches SET "on" = false WHERE id = 9;
DELETE FROM switches WHERE id = 1;
