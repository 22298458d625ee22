-- Several people without a badge are fine.
ALTER TABLE badges DROP CONSTRAINT badges_key;
ALTER TABLE badges ADD CONSTRAINT badges_key UNIQUE (person, badge);
