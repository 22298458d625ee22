CREATE TABLE u (id int PRIMARY KEY, code varchar(10) NOT NULL, UNIQUE KEY u_code (code)) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
INSERT INTO u VALUES (1,'a'),(2,'b'),(3,'c');
