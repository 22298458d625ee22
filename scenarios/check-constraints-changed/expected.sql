INSERT INTO loans (amount, months) VALUES (500, 5);
SELECT nextval('loans_id_seq');
UPDATE loans SET state = 'it''s closed' WHERE id = 1;
DELETE FROM loans WHERE id = 2;
