INSERT INTO readings (day, value) VALUES ('2025-04-01', 7.5);
UPDATE readings SET value = 30 WHERE id = 3;
DELETE FROM readings WHERE id = 4;
