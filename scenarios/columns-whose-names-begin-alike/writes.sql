INSERT INTO words (first, "a b") VALUES ('new', 'row');
