INSERT INTO words (a, "a b") VALUES ('new', 'row');
