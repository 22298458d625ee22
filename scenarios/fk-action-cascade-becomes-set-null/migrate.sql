-- Posts outlive their author.
ALTER TABLE posts DROP CONSTRAINT posts_author_fk;
ALTER TABLE posts ADD CONSTRAINT posts_author_fk FOREIGN KEY (author_id) REFERENCES authors (id) ON DELETE SET NULL;
