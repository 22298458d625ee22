CREATE TABLE log (id int NOT NULL, day date NOT NULL, line varchar(100), PRIMARY KEY (id, day));
INSERT INTO log VALUES (1, '2023-03-01', 'a'), (2, '2024-03-01', 'b'), (3, '2025-03-01', 'c');
