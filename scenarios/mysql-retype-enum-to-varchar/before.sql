CREATE TABLE tasks (id int PRIMARY KEY, state enum('open','done','it''s late') NOT NULL DEFAULT 'open');
INSERT INTO tasks VALUES (1,'open'),(2,'it''s late'),(3,'done');
