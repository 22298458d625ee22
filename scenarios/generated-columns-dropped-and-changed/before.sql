CREATE TABLE boxes (id int NOT NULL PRIMARY KEY, w int NOT NULL, h int NOT NULL, area int GENERATED ALWAYS AS (w * h) STORED, edge int GENERATED ALWAYS AS (2 * (w + h)) VIRTUAL, half int GENERATED ALWAYS AS (w DIV 2) VIRTUAL, KEY boxes_area (area));
INSERT INTO boxes (id, w, h) VALUES (1, 2, 3), (2, 10, 10), (3, 7, 1);
