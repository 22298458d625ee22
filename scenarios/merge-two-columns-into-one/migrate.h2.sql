-- One line is what the carrier wants.
ALTER TABLE addresses ADD COLUMN line varchar;
UPDATE addresses SET line = concat_ws(' ', street, house);
ALTER TABLE addresses DROP COLUMN street;
ALTER TABLE addresses DROP COLUMN house;
