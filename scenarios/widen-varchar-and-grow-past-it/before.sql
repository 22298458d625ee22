CREATE TABLE cities (
    id   serial PRIMARY KEY,
    name varchar(10) NOT NULL,
    zip  char(5)
);
INSERT INTO cities (name, zip) SELECT 'City' || i, lpad(i::text, 5, '0') FROM generate_series(1, 8) i;
INSERT INTO cities (name, zip) VALUES ('Köln', '5'), ('', NULL);
