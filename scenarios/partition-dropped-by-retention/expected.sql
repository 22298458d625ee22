INSERT INTO clicks VALUES ('2024-05-05 05:05:05', '/new', 1);
UPDATE clicks SET n = 99 WHERE at = timestamp '2022-06-01' + 10 * interval '45 days';
DELETE FROM clicks WHERE at = timestamp '2022-06-01' + 11 * interval '45 days';
