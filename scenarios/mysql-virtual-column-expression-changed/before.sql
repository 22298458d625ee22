CREATE TABLE g (id int PRIMARY KEY, a int NOT NULL, b int NOT NULL,
  total int GENERATED ALWAYS AS (a + b) VIRTUAL, kept int GENERATED ALWAYS AS (a * b) STORED, KEY g_total (total), UNIQUE KEY g_kept (kept));
INSERT INTO g (id, a, b) VALUES (1,1,2),(2,3,4),(3,5,6);
