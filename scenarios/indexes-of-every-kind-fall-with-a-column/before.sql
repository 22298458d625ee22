CREATE TABLE docs (
    id    serial PRIMARY KEY,
    owner integer,
    title text,
    body  jsonb,
    n     integer
);
CREATE INDEX docs_plain_idx ON docs (title);
CREATE INDEX docs_desc_idx ON docs (title DESC NULLS LAST, n ASC NULLS FIRST);
CREATE INDEX docs_partial_idx ON docs (n) WHERE title IS NOT NULL AND n > 0;
CREATE INDEX docs_expr_idx ON docs (lower(title), (n * 2));
CREATE UNIQUE INDEX docs_include_idx ON docs (n) INCLUDE (title, owner);
CREATE UNIQUE INDEX docs_nnd_idx ON docs (title, owner) NULLS NOT DISTINCT;
CREATE INDEX docs_pattern_idx ON docs (title text_pattern_ops) WITH (fillfactor = 70);
CREATE INDEX docs_collate_idx ON docs (title COLLATE "C");
CREATE INDEX docs_hash_idx ON docs USING hash (title);
CREATE INDEX docs_gin_idx ON docs USING gin (body jsonb_path_ops);
CREATE INDEX docs_gin_text_idx ON docs USING gin (to_tsvector('simple', title)) WITH (fastupdate = off);
CREATE INDEX docs_brin_idx ON docs USING brin (title) WITH (pages_per_range = 16);
CREATE INDEX docs_stat_idx ON docs ((n + 1), (upper(title)));
ALTER INDEX docs_stat_idx ALTER COLUMN 2 SET STATISTICS 500;
COMMENT ON INDEX docs_expr_idx IS 'Case does not matter';
INSERT INTO docs (owner, title, body, n)
SELECT i % 3, 'Title ' || i, jsonb_build_object('k', i, 'tags', jsonb_build_array(i, 'x')), i FROM generate_series(1, 12) i;
