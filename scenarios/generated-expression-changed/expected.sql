INSERT INTO lines (qty, price) VALUES (2, 5);
UPDATE lines SET qty = 50 WHERE id = 1;
DELETE FROM lines WHERE id = 2;
