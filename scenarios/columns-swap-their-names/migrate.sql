-- Latitude and longitude were mixed up from the first day: swap the labels, not the data.
ALTER TABLE coords RENAME COLUMN lat TO tmp;
ALTER TABLE coords RENAME COLUMN lon TO lat;
ALTER TABLE coords RENAME COLUMN tmp TO lon;
