INSERT INTO players (team_id, name) VALUES (1, 'Fine');
UPDATE players SET name = 'Captain' WHERE id = 5;
DELETE FROM players WHERE id = 6;
