INSERT INTO settings VALUES ('cache', 'on');
UPDATE settings SET value = 'light' WHERE name = 'theme';
DELETE FROM settings WHERE name = 'empty';
