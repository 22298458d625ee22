INSERT INTO wanted (a) VALUES ('new');
UPDATE wanted SET a = 'changed' WHERE id = 1;
DELETE FROM wanted WHERE id = 2;
INSERT INTO steady (a) VALUES ('new');
