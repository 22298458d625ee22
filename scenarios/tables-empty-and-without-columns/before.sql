CREATE TABLE nothing ();
CREATE TABLE empty_one (id integer PRIMARY KEY, a text, b text DEFAULT 'b');
CREATE TABLE empty_gone (id serial PRIMARY KEY, v jsonb);
CREATE TABLE single (only_column text);
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO nothing DEFAULT VALUES;
INSERT INTO single VALUES ('a'), ('a'), (NULL);
