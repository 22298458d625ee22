-- Kinds become a type of their own.
CREATE TYPE device_kind AS ENUM ('phone', 'tablet', 'watch', 'glasses');
ALTER TABLE devices DROP CONSTRAINT devices_kind_check;
DROP INDEX devices_kind_idx;
ALTER TABLE devices ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE devices ALTER COLUMN kind TYPE device_kind USING kind::device_kind;
ALTER TABLE devices ALTER COLUMN kind SET DEFAULT 'phone';
CREATE INDEX devices_kind_idx ON devices (kind);
