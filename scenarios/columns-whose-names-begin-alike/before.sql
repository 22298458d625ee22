CREATE TABLE words (id serial PRIMARY KEY, a text, "a b" text, "a b comment" text);
COMMENT ON COLUMN words.a IS 'short';
COMMENT ON COLUMN words."a b" IS 'long';
COMMENT ON COLUMN words."a b comment" IS 'longest';
ALTER TABLE words ALTER COLUMN "a b" SET STORAGE EXTERNAL;
INSERT INTO words (a, "a b", "a b comment") SELECT 'x' || i, 'y' || i, 'z' || i FROM generate_series(1, 5) i;
