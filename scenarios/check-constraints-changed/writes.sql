INSERT INTO loans (amount, months) VALUES (500, 5);
INSERT INTO loans (amount, months, state) VALUES (10, 1, 'late');
UPDATE loans SET state = 'it''s closed' WHERE id = 1;
DELETE FROM loans WHERE id = 2;
