INSERT INTO rates VALUES ('GBP', 0.85);
UPDATE rates SET rate = 2 WHERE code = 'USD';
DELETE FROM rates WHERE code = 'SEK';
