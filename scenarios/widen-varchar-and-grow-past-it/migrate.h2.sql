-- Ten characters were too few for a city.
ALTER TABLE cities ALTER COLUMN name SET DATA TYPE varchar(60);
ALTER TABLE cities ALTER COLUMN zip SET DATA TYPE varchar(12);
