CREATE TABLE warehouses (
    id   serial PRIMARY KEY,
    city text NOT NULL
);
CREATE TABLE shelves (
    id           serial PRIMARY KEY,
    warehouse_id integer REFERENCES warehouses (id) ON DELETE SET NULL,
    label        varchar(10)
);
CREATE VIEW shelf_list AS
SELECT s.id, s.label, w.city FROM shelves s LEFT JOIN warehouses w ON w.id = s.warehouse_id;
INSERT INTO warehouses (city) VALUES ('Hamburg'), ('Łódź'), ('L''Aquila');
INSERT INTO shelves (warehouse_id, label) SELECT NULLIF(i % 4, 0), 'S' || i FROM generate_series(1, 12) i;
