CREATE TABLE stores (
    id      serial PRIMARY KEY,
    name    varchar(40) NOT NULL,
    manager varchar(40),
    opened  date
);
CREATE INDEX stores_manager_idx ON stores (manager);
INSERT INTO stores (name, manager, opened) SELECT 'Store ' || i, 'Manager ' || i % 3, DATE '2010-01-01' + i * 100 FROM generate_series(1, 9) i;
