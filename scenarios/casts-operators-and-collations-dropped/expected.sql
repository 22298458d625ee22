INSERT INTO goods (name, p) VALUES ('New', ROW(0, 0));
UPDATE goods SET name = 'Changed' WHERE id = 1;
DELETE FROM goods WHERE id = 2;
