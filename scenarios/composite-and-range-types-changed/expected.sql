INSERT INTO houses (addr) VALUES (ROW('New', '1'));
UPDATE houses SET addr.zip = 'changed' WHERE id = 1;
DELETE FROM houses WHERE id = 2;
