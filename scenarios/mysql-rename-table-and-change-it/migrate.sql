-- A better word, then a column more, one narrower and one less.
RENAME TABLE p TO `product-line`;
ALTER TABLE `product-line` ADD note varchar(10), ALGORITHM=INSTANT;
