CREATE TABLE fees (id int AUTO_INCREMENT PRIMARY KEY, name varchar(50) NOT NULL, amount decimal(8,2), kind char(1) DEFAULT 'a', KEY fees_kind_idx (kind, name));
INSERT INTO fees (name, amount, kind) VALUES ('Fee 1', 1.5, 'a'), ('Fee 2', 3, 'b'), ('Fee 3', 4.5, 'c'), ('Fee 4', 6, 'd'),
  ('Fee 5', 7.5, 'e'), ('Fee 6', 9, 'f'), ('Fee 7', 10.5, 'g'), ('Fee 8', 12, NULL);
