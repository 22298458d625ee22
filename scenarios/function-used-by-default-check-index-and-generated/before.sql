CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(regexp_replace(t, '\W+', '-', 'g')) $$;
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT 'C-fixed' $$;
CREATE FUNCTION is_good(t text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN t <> 'bad'; END $$;
CREATE TABLE pages (
    id    serial PRIMARY KEY,
    title text NOT NULL CONSTRAINT pages_good CHECK (is_good(title)),
    code  text DEFAULT next_code(),
    slug  text GENERATED ALWAYS AS (slug(title)) STORED
);
CREATE UNIQUE INDEX pages_slug_idx ON pages (slug(title));
CREATE INDEX pages_good_idx ON pages (id) WHERE is_good(code);
INSERT INTO pages (title, code) SELECT 'Page Nr. ' || i, 'C' || i FROM generate_series(1, 8) i;
