INSERT INTO visits VALUES (4,'2025-05-05',4);
UPDATE visits SET at = '2026-06-06' WHERE id = 2;
UPDATE visits SET v = 10 WHERE id = 1;
DELETE FROM visits WHERE id = 3;
