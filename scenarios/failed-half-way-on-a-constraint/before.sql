CREATE TABLE offers (id serial PRIMARY KEY, price numeric(8,2), vat numeric(4,2) DEFAULT 19.00, title varchar(30));
CREATE INDEX offers_title_idx ON offers (title);
INSERT INTO offers (price, title) VALUES (10, 'Ten'), (-5, 'Minus'), (NULL, 'None'), (0, 'Zero');
