-- Which probe measured it.
ALTER TABLE pings ADD COLUMN probe integer;
CREATE INDEX pings_at_idx ON pings (at);
