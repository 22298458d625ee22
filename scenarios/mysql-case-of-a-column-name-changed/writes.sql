INSERT INTO approvals VALUES ('cid', 'read', 'four');
UPDATE approvals SET note = 'changed' WHERE username = 'ann' AND scope = 'write';
DELETE FROM approvals WHERE username = 'bob';
