INSERT INTO messages (payload, headers, doc) VALUES ('{"b": 1, "a": 2}', '{"new": true}', '<new/>');
UPDATE messages SET payload = '{"changed": true}' WHERE id = 2;
UPDATE messages SET headers = '{"only": "headers"}' WHERE id = 1;
DELETE FROM messages WHERE id = 4;
