INSERT INTO votes (who) VALUES ('Voter 8');
INSERT INTO votes (id, who) VALUES (3, 'Double'), (NULL, 'Keyless');
UPDATE votes SET who = 'Changed' WHERE id = 1;
DELETE FROM votes WHERE id = 7;
