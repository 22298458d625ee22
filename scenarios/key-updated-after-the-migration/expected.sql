-- By its key, T1 is a new row: its note cannot be found any more.
INSERT INTO slots (code, size) VALUES ('S9', 9), ('T1', 1);
DELETE FROM slots WHERE code IN ('S1', 'S3');
UPDATE slots SET size = 20 WHERE code = 'S2';
