-- Dead rules are removed.
ALTER TABLE kids DROP CONSTRAINT kids_parent_fk, DROP CONSTRAINT kids_age_check, DROP CONSTRAINT kids_has_a_nick;
ALTER TABLE kids RENAME CONSTRAINT kids_has_a_name TO kids_name_not_null;
