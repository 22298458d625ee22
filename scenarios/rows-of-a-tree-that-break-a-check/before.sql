CREATE TABLE parts (id int PRIMARY KEY, whole int, pieces int NOT NULL, CONSTRAINT parts_pieces CHECK (pieces > 0),
    CONSTRAINT parts_whole FOREIGN KEY (whole) REFERENCES parts (id));
INSERT INTO parts VALUES (1, NULL, 1), (2, 1, 4), (3, 2, 8), (4, 1, 2);
