-- A release that only brings rows: a new registry and its fields, after the structure was captured
INSERT INTO registry VALUES (3, 'http://dspace.org/eperson', 'eperson');
INSERT INTO field VALUES (3, 3, 'firstname'), (4, 1, 'provenance');
