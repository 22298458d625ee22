INSERT INTO cache VALUES ('new', '\x00');
UPDATE store SET v = 'changed' WHERE k = 'k1';
DELETE FROM store WHERE k = 'k2';
DELETE FROM cache WHERE k = 'k2';
