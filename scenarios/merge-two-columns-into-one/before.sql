CREATE TABLE addresses (
    id     serial PRIMARY KEY,
    street text NOT NULL DEFAULT '',
    house  varchar(8),
    city   text
);
INSERT INTO addresses (street, house, city) VALUES
    ('Main St', '1a', 'Springfield'), ('Straße des 17. Juni', '135', 'Berlin'), ('', NULL, NULL),
    ('O''Connell; Street', '7/8', 'Dublin'), ('Back\slash', '9', E'New\nline');
