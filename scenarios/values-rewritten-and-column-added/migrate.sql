-- Numbers get one form and their country a column of its own, with a phone for tests.
ALTER TABLE phones ADD country char(2) AFTER number;
UPDATE phones SET country = 'DE', number = REPLACE(REPLACE(number, '+49 ', '0'), ' ', ''), seen = '2024-06-01 00:00:00';
INSERT INTO phones (number, country) VALUES ('000', 'XX'), ('001', 'XX');
