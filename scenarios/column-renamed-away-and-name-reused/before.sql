CREATE TABLE plans (
    id    serial PRIMARY KEY,
    price integer NOT NULL,
    name  text
);
INSERT INTO plans (price, name) SELECT i * 100, 'Plan ' || i FROM generate_series(1, 6) i;
