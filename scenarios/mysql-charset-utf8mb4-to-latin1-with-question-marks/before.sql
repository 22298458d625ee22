CREATE TABLE names (id int PRIMARY KEY, n varchar(20) NOT NULL, kind enum('日','plain') NOT NULL DEFAULT 'plain', note text) CHARACTER SET utf8mb4;
INSERT INTO names VALUES (1,'日本 café','plain','日'),(2,'€','plain',NULL),(3,'plain','plain','x'),(4,'😀','plain','ok');
