-- Credits are goods with a negative price.
ALTER TABLE goods DROP CONSTRAINT goods_price;
