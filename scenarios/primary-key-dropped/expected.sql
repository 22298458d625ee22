INSERT INTO votes (who) VALUES ('Voter 8');
UPDATE votes SET who = 'Changed' WHERE id = 1;
DELETE FROM votes WHERE id = 7;
