CREATE TABLE parcels (id int NOT NULL, zone int NOT NULL, weight decimal(6,3), PRIMARY KEY (id, zone))
PARTITION BY LIST (zone) (PARTITION west VALUES IN (1, 2), PARTITION east VALUES IN (3, 4));
INSERT INTO parcels VALUES (1, 1, 0.5), (2, 3, 1.125), (3, 4, NULL);
