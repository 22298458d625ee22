INSERT INTO secrets (owner, body) VALUES ('user9', 'New secret');
UPDATE secrets SET body = 'Changed' WHERE id = 1;
DELETE FROM secrets WHERE id = 2;
INSERT INTO open_rows VALUES (2, 'two');
