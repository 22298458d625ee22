INSERT INTO payments (from_cur, to_cur, amount) VALUES ('EUR', 'CHF', 50), ('EUR', NULL, 60);
UPDATE payments SET amount = 11 WHERE id = 1;
DELETE FROM payments WHERE id = 2;
