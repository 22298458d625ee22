-- Registry 4 and field 5 are used by the application, the other new rows are not.
INSERT INTO hint VALUES (10, 5);
INSERT INTO field VALUES (20, 2, NULL);
UPDATE registry SET namespace = 'http://purl.org' WHERE registry_id = 1;
DELETE FROM hint WHERE hint_id = 1;
