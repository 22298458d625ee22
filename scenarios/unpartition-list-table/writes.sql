INSERT INTO parcels VALUES (4, 2, 2.000), (5, 9, 1.000);
UPDATE parcels SET weight = 9.999 WHERE id = 3;
DELETE FROM parcels WHERE id = 1;
