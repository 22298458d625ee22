INSERT INTO emails (address, source) VALUES ('new@example.com', 'web');
UPDATE emails SET source = 'changed' WHERE id = 1;
DELETE FROM emails WHERE id = 2;
