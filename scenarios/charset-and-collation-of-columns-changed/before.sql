CREATE TABLE t (id int NOT NULL PRIMARY KEY, a varchar(20) CHARACTER SET latin1 COLLATE latin1_german1_ci, b varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, UNIQUE KEY t_b (b));
INSERT INTO t VALUES (1, 'Käse', 'x'), (2, NULL, 'X'), (3, 'ß', NULL);
