-- Numbers beside the code confuse people.
ALTER TABLE cases DROP COLUMN no;
ALTER TABLE cases DROP COLUMN pos;
