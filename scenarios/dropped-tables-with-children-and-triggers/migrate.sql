-- The two upper tables go.
ALTER TABLE c DROP FOREIGN KEY c_b, DROP COLUMN b;
DROP TABLE b;
DROP TABLE a;
