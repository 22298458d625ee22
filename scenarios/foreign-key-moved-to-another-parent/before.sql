CREATE TABLE persons (id integer PRIMARY KEY, name text);
CREATE TABLE companies (id integer PRIMARY KEY, name text);
CREATE TABLE contracts (id serial PRIMARY KEY, party_id integer NOT NULL CONSTRAINT contracts_party_fk REFERENCES persons, signed date);
INSERT INTO persons SELECT i, 'Person ' || i FROM generate_series(1, 5) i;
INSERT INTO companies SELECT i, 'Company ' || i FROM generate_series(1, 8) i;
INSERT INTO contracts (party_id, signed) SELECT 1 + i % 5, DATE '2024-01-01' + i FROM generate_series(1, 8) i;
