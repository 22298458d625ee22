INSERT INTO parcels (status, weight) VALUES (9, 50);
UPDATE parcels SET status = 8 WHERE id = 1;
UPDATE parcels SET weight = 1 WHERE id = 2;
DELETE FROM parcels WHERE id = 3;
