-- Tags are prepared for the next release.
CREATE TABLE tags (id serial PRIMARY KEY, label text UNIQUE);
CREATE TABLE article_tags (
    article_id integer REFERENCES articles,
    tag_id     integer REFERENCES tags,
    PRIMARY KEY (article_id, tag_id)
);
