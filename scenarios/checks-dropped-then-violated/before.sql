CREATE TABLE stock (id int NOT NULL PRIMARY KEY, n int NOT NULL, low int NOT NULL DEFAULT 0, CONSTRAINT stock_n CHECK (n >= 0), CONSTRAINT stock_low CHECK (low <= n));
INSERT INTO stock VALUES (1, 5, 1), (2, 0, 0), (3, 9, 9);
