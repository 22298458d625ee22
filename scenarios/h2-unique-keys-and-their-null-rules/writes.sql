INSERT INTO t VALUES (4, 1, 4, 'z'), (5, NULL, NULL, 'n'), (6, NULL, 6, 'm');
UPDATE t SET c = 'later' WHERE id = 1;
