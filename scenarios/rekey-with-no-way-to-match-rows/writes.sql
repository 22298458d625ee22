INSERT INTO samples (id, value) VALUES ('00000000-0000-4000-8000-000000000001', 'c');
UPDATE samples SET value = 'changed' WHERE value = 'b';
DELETE FROM samples WHERE value IS NULL;
