INSERT INTO blobs VALUES (6, '{n,e,w}', '{{9,9}}', '\xcafe');
UPDATE blobs SET tags = '{changed}' WHERE id = 1;
UPDATE blobs SET data = '\x01' WHERE id = 2;
DELETE FROM blobs WHERE id = 4;
