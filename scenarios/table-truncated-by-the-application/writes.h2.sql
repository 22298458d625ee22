UPDATE queue SET job = 'never mind' WHERE id = 1;
DELETE FROM queue WHERE id = 2;
TRUNCATE TABLE queue;
INSERT INTO queue (job) VALUES ('after truncate');
