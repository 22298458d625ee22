INSERT INTO diary (day, mood, moods) VALUES ('2024-02-01', 'sad', '{sad}');
SELECT nextval('diary_id_seq');
UPDATE diary SET mood = 'happy :)' WHERE id = 2;
DELETE FROM diary WHERE id = 3;
