-- Nicknames are dropped by the first migration, and missed so much that the second brings the column back, empty.
ALTER TABLE members DROP COLUMN nick;
ALTER TABLE members ADD nick varchar(20);
