-- Rules of every kind are for the application to keep, and a column gets a better name.
ALTER TABLE slots DROP CONSTRAINT slots_span;
ALTER TABLE slots DROP CONSTRAINT slots_colour;
ALTER TABLE slots DROP CONSTRAINT slots_high;
ALTER TABLE slots DROP CONSTRAINT slots_heavy;
DROP INDEX slots_mail;
ALTER TABLE readings DROP CONSTRAINT readings_n;
ALTER TABLE readings DROP CONSTRAINT readings_day;
ALTER TABLE tags RENAME tag TO label;
ALTER TABLE tags ALTER label DROP NOT NULL;
