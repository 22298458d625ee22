INSERT INTO shop.customers (email, name, points, vip) VALUES ('late@example.org', 'late', 3, true);
INSERT INTO shop.orders (customer_id, place) VALUES (50, 99);
UPDATE shop.customers SET name = 'changed' WHERE id = 12;
DELETE FROM shop.orders WHERE id = 15;
INSERT INTO shop.events VALUES (5, '2025-07-01', 'z');
INSERT INTO shop.extra VALUES (1);
