INSERT INTO assets (tag, value) VALUES ('TAG8', 80);
UPDATE assets SET value = 0 WHERE tag = 'TAG1';
DELETE FROM assets WHERE tag = 'TAG2';
