-- The table is renamed and a view keeps old queries alive.
ALTER TABLE members RENAME TO members_data;
ALTER TABLE members_data RENAME COLUMN email TO contact;
CREATE VIEW members AS SELECT id, name, contact AS email FROM members_data;
