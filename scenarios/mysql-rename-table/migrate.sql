-- A better word for it; the view follows by hand.
RENAME TABLE p TO product;
CREATE OR REPLACE VIEW w AS SELECT code, v FROM product;
