-- The full name is always made of its parts.
ALTER TABLE names DROP COLUMN full_;
ALTER TABLE names ADD COLUMN full_ varchar GENERATED ALWAYS AS (first || ' ' || last);
