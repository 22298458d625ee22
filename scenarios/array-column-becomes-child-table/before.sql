CREATE TABLE posts (id serial PRIMARY KEY, title text, tags text[] DEFAULT '{}'::text[]);
CREATE INDEX posts_tags_idx ON posts USING gin (tags);
INSERT INTO posts (title, tags) VALUES ('One', '{a,b}'), ('Two', '{}'), ('Three', NULL), ('Four', '{"x,y","q\"",NULL}'), ('Five', '{a}');
