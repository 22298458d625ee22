-- Columns are dropped, and rows come that point to each other over three tables
ALTER TABLE registry DROP COLUMN gone;
ALTER TABLE field DROP COLUMN gone;
INSERT INTO registry VALUES (3, 'http://dspace.org/eperson'), (4, 'http://dspace.org/used');
INSERT INTO field VALUES (3, 3, NULL), (4, 3, 3), (5, 4, NULL), (6, 4, NULL);
INSERT INTO hint VALUES (2, 4), (3, 6);
