INSERT INTO lights (state, place) VALUES ('amber', 'New Street');
UPDATE lights SET state = 'amber' WHERE id = 3;
DELETE FROM lights WHERE id = 1;
