-- Seen to be wrong at once, before the application was let in again.
DROP INDEX fees_kind_idx;
ALTER TABLE fees DROP COLUMN kind;
ALTER TABLE fees ALTER COLUMN amount SET DATA TYPE integer;
UPDATE fees SET name = upper(name);
DELETE FROM fees WHERE amount > 10;
INSERT INTO fees (id, name, amount) VALUES (100, 'FROM THE MIGRATION', 1);
