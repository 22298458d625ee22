CREATE TABLE samples (label varchar, v integer);
INSERT INTO samples VALUES ('twin', 1), ('twin', 1), (NULL, NULL), ('x', 2);
