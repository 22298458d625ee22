-- Tidying up what was never used.
ALTER TABLE empty_one DROP COLUMN a;
DROP TABLE empty_gone;
DROP TABLE nothing;
DROP TABLE single;
