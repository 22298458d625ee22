INSERT INTO measures VALUES (10);
UPDATE measures SET id = 40 WHERE id = 4;
DELETE FROM measures WHERE id = 3;
