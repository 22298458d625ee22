INSERT INTO persons (first, last) VALUES ('Edsger', 'Dijkstra');
UPDATE persons SET last = 'King' WHERE id = 1;
DELETE FROM persons WHERE id = 2;
