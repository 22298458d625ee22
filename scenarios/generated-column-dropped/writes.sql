INSERT INTO lines (qty, price, code) VALUES (3, 3.33, 'new');
UPDATE lines SET qty = 100 WHERE id = 1;
DELETE FROM lines WHERE id = 2;
