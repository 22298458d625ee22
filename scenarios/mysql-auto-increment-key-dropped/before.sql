CREATE TABLE k (id int NOT NULL AUTO_INCREMENT, code varchar(10), PRIMARY KEY (id), KEY k_code (code)) AUTO_INCREMENT=50;
INSERT INTO k (code) VALUES ('a'),('b'),('c');
