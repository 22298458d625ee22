CREATE TABLE customers (
    id    serial PRIMARY KEY,
    name  text NOT NULL,
    email varchar(120) UNIQUE
);
INSERT INTO customers (name, email)
SELECT 'Customer ' || i, 'c' || i || '@example.com' FROM generate_series(1, 8) i;
INSERT INTO customers (name, email) VALUES ('O''Brien "Bob"', NULL), ('Zoë Łukasz 李', 'zoe@example.com'), ('', '');
