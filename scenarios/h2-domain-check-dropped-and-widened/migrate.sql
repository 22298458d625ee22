-- Addresses may be anything, and sizes grow.
ALTER TABLE users ALTER COLUMN mail VARCHAR(100);
DROP DOMAIN email;
ALTER TABLE users ALTER COLUMN size BIGINT;
DROP DOMAIN small;
CREATE DOMAIN small AS BIGINT;
ALTER TABLE users ALTER COLUMN size small;
