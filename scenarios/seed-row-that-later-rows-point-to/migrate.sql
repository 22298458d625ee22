-- A release that only brings rows: two registries and their fields, and the application fills one of the registries
INSERT INTO registry VALUES (3, 'http://dspace.org/eperson', 'eperson'), (4, 'http://dspace.org/local', 'local');
INSERT INTO field VALUES (3, 3, 'firstname'), (4, 4, 'local');
