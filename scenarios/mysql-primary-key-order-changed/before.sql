CREATE TABLE k (a int NOT NULL, b int NOT NULL, v int, PRIMARY KEY (a, b), KEY k_v (v));
INSERT INTO k VALUES (1,1,1),(1,2,2),(2,1,3);
