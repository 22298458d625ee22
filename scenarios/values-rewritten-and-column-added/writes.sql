UPDATE phones SET number = '0303000', seen = '2024-07-01 00:00:00' WHERE id = 3;
DELETE FROM phones WHERE id = 4;
INSERT INTO phones (id, number, country, seen) VALUES (20, '0309', 'DE', '2024-07-02 00:00:00');
INSERT INTO calls VALUES (3, 7), (4, 20);
