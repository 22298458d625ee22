INSERT INTO lights (state, place) VALUES ('yellow', 'New Street');
UPDATE lights SET state = 'yellow' WHERE id = 3;
DELETE FROM lights WHERE id = 1;
