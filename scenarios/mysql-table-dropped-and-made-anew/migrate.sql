-- The same name for something new, and the old rows elsewhere.
CREATE TABLE kept AS SELECT * FROM a;
DROP TABLE a;
CREATE TABLE a (id int PRIMARY KEY, w int);
