-- The plan starts over: same name, same key, but no row is carried over.
DROP TABLE plan CASCADE;
CREATE TABLE plan (id integer PRIMARY KEY, title text, price integer);
