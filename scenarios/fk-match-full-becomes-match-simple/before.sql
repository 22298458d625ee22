CREATE TABLE rates (from_cur char(3), to_cur char(3), rate numeric NOT NULL, PRIMARY KEY (from_cur, to_cur));
CREATE TABLE payments (
    id       serial PRIMARY KEY,
    from_cur char(3),
    to_cur   char(3),
    amount   numeric(12,2),
    CONSTRAINT payments_rate_fk FOREIGN KEY (from_cur, to_cur) REFERENCES rates MATCH FULL ON UPDATE RESTRICT
);
INSERT INTO rates VALUES ('EUR', 'USD', 1.08), ('EUR', 'CHF', 0.95), ('USD', 'EUR', 0.926);
INSERT INTO payments (from_cur, to_cur, amount) VALUES ('EUR', 'USD', 10), ('EUR', 'CHF', 20), (NULL, NULL, 30), ('USD', 'EUR', 40);
