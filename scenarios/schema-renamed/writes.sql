INSERT INTO store.goods (name) VALUES ('Good 7');
UPDATE store.goods SET name = 'Better' WHERE id = 1;
DELETE FROM store.goods WHERE id = 2;
