-- The rules of members are for the application to keep.
ALTER TABLE members DROP CONSTRAINT members_team;
ALTER TABLE members DROP CONSTRAINT members_boss;
ALTER TABLE members DROP CONSTRAINT members_code;
ALTER TABLE members DROP CONSTRAINT members_low;
ALTER TABLE members DROP CONSTRAINT members_range;
ALTER TABLE members ALTER COLUMN high DROP NOT NULL;
