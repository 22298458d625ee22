-- The old sequence must not hand out 101 and 102 again.
INSERT INTO jobs (name) VALUES ('Job 101'), ('Job 102');
UPDATE jobs SET name = 'First' WHERE id = 1;
DELETE FROM jobs WHERE id = 2;
