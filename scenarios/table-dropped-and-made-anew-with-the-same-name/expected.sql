-- No row went from the old table to the new one, so they are two tables: the old one is restored whole.
INSERT INTO steps VALUES (3, 99);
DELETE FROM steps WHERE plan_id = 7;
