INSERT INTO texts (a, b, c, d) VALUES ('z', repeat('long', 3000), 'c', 9);
UPDATE texts SET d = 0 WHERE id = 1;
DELETE FROM texts WHERE id = 2;
