CREATE TYPE money_amount AS (amount numeric(12,2), currency char(3));
CREATE TABLE bills (id serial PRIMARY KEY, total money_amount, tax money_amount);
INSERT INTO bills (total, tax) SELECT ROW(i * 10, 'EUR')::money_amount, ROW(i * 1.9, 'EUR')::money_amount FROM generate_series(1, 8) i;
INSERT INTO bills VALUES (DEFAULT, ROW(NULL, NULL)::money_amount, NULL);
