INSERT INTO suppliers (id, code, name) VALUES ('00000000-0000-4000-8000-000000000001', 'S100', 'Supplier 10');
UPDATE suppliers SET name = 'Renamed' WHERE code = 'S30';
DELETE FROM suppliers WHERE code = 'S20';
