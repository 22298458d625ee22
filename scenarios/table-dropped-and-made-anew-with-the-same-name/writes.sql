INSERT INTO plan VALUES (1, 'Gold', 10), (50, 'Silver', 5);
UPDATE plan SET price = 12 WHERE id = 1;
DELETE FROM plan WHERE id = 50;
INSERT INTO steps VALUES (3, 99);
DELETE FROM steps WHERE plan_id = 7;
