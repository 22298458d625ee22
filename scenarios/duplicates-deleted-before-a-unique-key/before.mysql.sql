CREATE TABLE emails (id int AUTO_INCREMENT PRIMARY KEY, address varchar(100) NOT NULL, source text);
INSERT INTO emails (address, source) VALUES ('a1@example.com', 's1'), ('a2@example.com', 's2'), ('a3@example.com', 's3'), ('a4@example.com', 's4'),
  ('a5@example.com', 's5'), ('a0@example.com', 's6'), ('a1@example.com', 's7'), ('a2@example.com', 's8'), ('a3@example.com', 's9');
