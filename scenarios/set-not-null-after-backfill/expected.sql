-- Row 3 was written since and keeps what it has now; the gaps of the other rows are back.
INSERT INTO users (name, locale) VALUES ('New', 'en_US');
UPDATE users SET locale = 'fr_FR' WHERE id = 1;
UPDATE users SET born = '2000-01-01', name = 'Anonymous', locale = 'en_US' WHERE id = 3;
DELETE FROM users WHERE id = 5;
