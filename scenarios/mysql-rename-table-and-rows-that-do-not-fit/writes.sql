INSERT INTO persons VALUES (3, 'Cid');
INSERT INTO visits VALUES (3, 3, 'an hour'), (4, 3, '40');
UPDATE visits SET minutes = '11' WHERE id = 1;
DELETE FROM visits WHERE id = 2;
