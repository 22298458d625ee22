INSERT INTO drafts (title, made, state, tags, score, token) VALUES (NULL, '2024-02-02 02:02:02+00', 'open', NULL, 0, NULL);
UPDATE drafts SET tags = '{a,"b c",NULL}' WHERE id = 1;
DELETE FROM drafts WHERE id = 2;
