INSERT INTO diary (day, mood, moods) VALUES ('2024-02-01', 'sad', '{sad}'), ('2024-02-02', 'tired', '{}');
UPDATE diary SET mood = 'happy :)' WHERE id = 2;
DELETE FROM diary WHERE id = 3;
