CREATE TABLE k (id int NOT NULL AUTO_INCREMENT, region int NOT NULL, v int, PRIMARY KEY (region, id), KEY k_id (id));
INSERT INTO k (region, v) VALUES (1,1),(1,2),(2,3);
