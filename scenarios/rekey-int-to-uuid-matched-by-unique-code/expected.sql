-- Rows are matched by code; the new supplier gets the next number.
INSERT INTO suppliers (code, name) VALUES ('S100', 'Supplier 10');
UPDATE suppliers SET name = 'Renamed' WHERE code = 'S30';
DELETE FROM suppliers WHERE code = 'S20';
