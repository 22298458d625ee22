-- What was not written since is back with its spaces, doubled keys and order; the rest has the form of jsonb.
INSERT INTO messages (payload, headers, doc) VALUES ('{"a": 2, "b": 1}', '{"new": true}', '<new/>');
UPDATE messages SET payload = '{"changed": true}' WHERE id = 2;
UPDATE messages SET headers = '{"only": "headers"}' WHERE id = 1;
DELETE FROM messages WHERE id = 4;
