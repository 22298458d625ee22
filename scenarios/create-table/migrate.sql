-- Articles get comments.
CREATE TABLE comments (
    id         bigserial PRIMARY KEY,
    article_id integer NOT NULL REFERENCES articles ON DELETE CASCADE,
    body       text NOT NULL,
    created    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX comments_article_idx ON comments (article_id);
