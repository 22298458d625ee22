CREATE TABLE h (id int PRIMARY KEY, a int, b int, KEY h_a (a) IGNORED, KEY h_b (b), UNIQUE KEY h_ab (a, b) COMMENT 'pairs');
INSERT INTO h VALUES (1,1,1),(2,2,2),(3,3,3);
