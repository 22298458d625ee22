INSERT INTO jobs (name) VALUES ('Job 101'), ('Job 102');
UPDATE jobs SET name = 'First' WHERE id = 1;
DELETE FROM jobs WHERE id = 2;
