-- A row for each tag.
CREATE TABLE post_tags (post_id integer REFERENCES posts ON DELETE CASCADE, tag text);
INSERT INTO post_tags SELECT id, unnest(tags) FROM posts;
ALTER TABLE posts DROP COLUMN tags;
