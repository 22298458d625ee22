CREATE TABLE shops (id int NOT NULL PRIMARY KEY, name varchar(30) NOT NULL);
CREATE TABLE sales (id int NOT NULL AUTO_INCREMENT, day date NOT NULL, shop int NOT NULL, total decimal(10,2), PRIMARY KEY (id), KEY sales_shop (shop), CONSTRAINT sales_shop FOREIGN KEY (shop) REFERENCES shops (id));
INSERT INTO shops VALUES (1, 'Linz'), (2, 'Graz');
INSERT INTO sales VALUES (1, '2022-05-01', 1, 10.00), (2, '2023-01-01', 2, NULL), (3, '2023-12-31', 1, 7.25), (4, '2024-02-29', 2, -1.00);
