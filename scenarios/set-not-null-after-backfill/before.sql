CREATE TABLE users (id serial PRIMARY KEY, name text, locale varchar(5), born date);
INSERT INTO users (name, locale) SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE 'User ' || i END, CASE WHEN i % 2 = 0 THEN 'de_DE' END FROM generate_series(1, 12) i;
