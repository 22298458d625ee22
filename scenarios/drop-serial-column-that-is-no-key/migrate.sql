-- Numbers beside the code confuse people.
ALTER TABLE cases DROP COLUMN no, DROP COLUMN pos;
