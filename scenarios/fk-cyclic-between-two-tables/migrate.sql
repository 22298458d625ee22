-- Floors and rooms are kept by the building software now.
ALTER TABLE departments DROP COLUMN floor;
ALTER TABLE staff DROP COLUMN room;
