INSERT INTO sessions VALUES ('d', '{"d": "ä"}', '2024-02-01 10:00:00.001');
UPDATE sessions SET data = '{"b": null}' WHERE token = 'b';
DELETE FROM sessions WHERE token = 'c';
