-- No more xs: those shirts count as s.
ALTER TYPE size RENAME TO size_old;
CREATE TYPE size AS ENUM ('s', 'm', 'l', 'xl');
ALTER TABLE shirts ALTER COLUMN size DROP DEFAULT;
ALTER TABLE shirts ALTER COLUMN size TYPE size USING (CASE size::text WHEN 'xs' THEN 's' ELSE size::text END)::size;
ALTER TABLE shirts ALTER COLUMN size SET DEFAULT 'm';
ALTER TABLE shirts ALTER COLUMN spare TYPE size USING NULL;
DROP TYPE size_old;
