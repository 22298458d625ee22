-- The rules of members are for the application to keep, and nobody reads the note.
ALTER TABLE members DROP FOREIGN KEY members_team;
ALTER TABLE members DROP FOREIGN KEY members_boss;
ALTER TABLE members DROP INDEX members_code;
ALTER TABLE members DROP CONSTRAINT members_low;
ALTER TABLE members DROP CONSTRAINT members_range;
ALTER TABLE members MODIFY high int;
ALTER TABLE members DROP COLUMN note;
