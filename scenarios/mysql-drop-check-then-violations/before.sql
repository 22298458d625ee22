CREATE TABLE goods (id int PRIMARY KEY, price int, CONSTRAINT goods_price CHECK (price > 0));
INSERT INTO goods VALUES (1,5),(2,NULL),(3,7);
