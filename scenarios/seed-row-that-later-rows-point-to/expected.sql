-- The registry that a later field points to stays, and nothing else that the migration made.
INSERT INTO registry VALUES (3, 'http://dspace.org/eperson', 'eperson');
INSERT INTO field VALUES (10, 3, 'phone');
