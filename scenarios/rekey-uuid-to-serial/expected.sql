UPDATE assets SET value = 0 WHERE tag = 'TAG1';
DELETE FROM assets WHERE tag = 'TAG2';
