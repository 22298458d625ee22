INSERT INTO plan VALUES ('gold', '12.50'), ('silver', '5');
UPDATE plan SET price = '13' WHERE id = 'gold';
DELETE FROM plan WHERE id = 'silver';
