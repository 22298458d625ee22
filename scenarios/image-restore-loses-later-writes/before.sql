CREATE TABLE rates (code char(3) PRIMARY KEY, rate numeric(12,6) NOT NULL, source text DEFAULT 'bank');
CREATE TABLE quotes (id serial PRIMARY KEY, code char(3) REFERENCES rates, at timestamp NOT NULL);
INSERT INTO rates VALUES ('USD', 1.081234, 'bank'), ('CHF', 0.951111, NULL), ('JPY', 169.5, 'market'), ('SEK', 11.2, 'bank');
INSERT INTO quotes (code, at) SELECT (ARRAY['USD', 'CHF', 'JPY'])[1 + i % 3], timestamp '2024-01-01' + i * interval '1 hour' FROM generate_series(1, 9) i;
