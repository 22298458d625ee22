INSERT INTO registry VALUES (4, NULL, 'http://dspace.org/used');
INSERT INTO field VALUES (5, NULL, 4, NULL);
INSERT INTO hint VALUES (10, 5);
INSERT INTO field VALUES (20, NULL, 2, NULL);
UPDATE registry SET namespace = 'http://purl.org' WHERE registry_id = 1;
DELETE FROM hint WHERE hint_id = 1;
