CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE TABLE badges (id serial PRIMARY KEY, user_id integer NOT NULL CONSTRAINT badges_user_fk REFERENCES users, label text);
INSERT INTO users (name) SELECT 'User ' || i FROM generate_series(1, 5) i;
INSERT INTO badges (user_id, label) SELECT 1 + i % 5, 'Badge ' || i FROM generate_series(1, 10) i;
