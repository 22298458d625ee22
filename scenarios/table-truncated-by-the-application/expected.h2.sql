TRUNCATE TABLE queue;
INSERT INTO queue (job) VALUES ('after truncate');
