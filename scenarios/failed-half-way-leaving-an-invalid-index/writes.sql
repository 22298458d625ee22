INSERT INTO guests (email) VALUES ('d@x.org');
UPDATE guests SET email = 'bb@x.org' WHERE id = 2;
DELETE FROM guests WHERE id = 4;
