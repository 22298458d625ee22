-- Slugs are made by the application.
DROP INDEX pages_slug_idx;
DROP INDEX pages_good_idx;
ALTER TABLE pages DROP COLUMN slug;
ALTER TABLE pages DROP CONSTRAINT pages_good;
ALTER TABLE pages ALTER COLUMN code DROP DEFAULT;
DROP FUNCTION slug(text);
DROP FUNCTION next_code();
DROP FUNCTION is_good(text);
