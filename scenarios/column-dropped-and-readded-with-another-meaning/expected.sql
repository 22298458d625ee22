-- Same name and type, but another column: nothing of the new one may leak into the old one.
INSERT INTO parcels (weight) VALUES (50);
UPDATE parcels SET weight = 1 WHERE id = 2;
DELETE FROM parcels WHERE id = 3;
