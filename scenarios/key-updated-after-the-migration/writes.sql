INSERT INTO slots VALUES ('S9', 9);
UPDATE slots SET code = 'T1' WHERE code = 'S1';
UPDATE slots SET size = 20 WHERE code = 'S2';
DELETE FROM slots WHERE code = 'S3';
