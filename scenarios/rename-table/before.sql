CREATE TABLE clients (
    id   serial PRIMARY KEY,
    name text NOT NULL
);
CREATE TABLE invoices (
    id        serial PRIMARY KEY,
    client_id integer NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    total     numeric(10,2) NOT NULL
);
INSERT INTO clients (name) SELECT 'Client ' || i FROM generate_series(1, 6) i;
INSERT INTO invoices (client_id, total) SELECT 1 + i % 6, i * 10.10 FROM generate_series(1, 18) i;
