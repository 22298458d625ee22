-- Each takes the next one's name, and the last one is gone.
DROP TABLE c;
RENAME TABLE b TO c, a TO b;
