-- Titles move into the body; with the column fall eleven indexes.
ALTER TABLE docs DROP COLUMN title;
DROP INDEX docs_gin_idx;
CREATE INDEX docs_gin_idx ON docs USING gin (body);
