INSERT INTO drafts (made) VALUES ('2024-02-02 02:02:02+00');
UPDATE drafts SET tags = '{a,"b c",NULL}' WHERE id = 1;
DELETE FROM drafts WHERE id = 2;
