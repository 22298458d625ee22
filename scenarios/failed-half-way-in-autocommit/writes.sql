INSERT INTO stores (name, opened) VALUES ('Store 10', '2024-01-01');
UPDATE stores SET name = 'Flagship' WHERE id = 1;
DELETE FROM stores WHERE id = 4;
