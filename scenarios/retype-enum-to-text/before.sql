CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy :)');
CREATE TABLE diary (
    id    serial PRIMARY KEY,
    day   date UNIQUE,
    mood  mood NOT NULL DEFAULT 'it''s ok',
    moods mood[] DEFAULT '{}'
);
CREATE INDEX diary_mood_idx ON diary (mood, day);
INSERT INTO diary (day, mood, moods)
SELECT DATE '2024-01-01' + i, (enum_range(NULL::mood))[1 + i % 3], ARRAY['sad', 'happy :)']::mood[] FROM generate_series(1, 9) i;
