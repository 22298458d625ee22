INSERT INTO players (team_id, name) VALUES (1, 'Fine');
SELECT setval('players_id_seq', 14);
UPDATE players SET name = 'Captain' WHERE id = 5;
DELETE FROM players WHERE id = 6;
