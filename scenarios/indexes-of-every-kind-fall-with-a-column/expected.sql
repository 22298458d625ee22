INSERT INTO docs (owner, body, n) VALUES (1, '{"a": null}', 100);
UPDATE docs SET n = 200 WHERE id = 1;
DELETE FROM docs WHERE id = 2;
