-- Ten characters were too few for a city.
ALTER TABLE cities ALTER COLUMN name TYPE varchar(60);
ALTER TABLE cities ALTER COLUMN zip TYPE varchar(12);
