-- Plain text travels better.
ALTER TABLE blobs ALTER COLUMN tags DROP DEFAULT;
ALTER TABLE blobs ALTER COLUMN tags TYPE text USING tags::text;
ALTER TABLE blobs ALTER COLUMN grid TYPE text USING grid::text;
ALTER TABLE blobs ALTER COLUMN data TYPE text USING data::text;
