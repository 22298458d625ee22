-- The view with its trigger goes, names get room for a title.
DROP VIEW person_names;
DROP FUNCTION person_names_ins();
ALTER TABLE persons ALTER COLUMN first TYPE varchar(80);
