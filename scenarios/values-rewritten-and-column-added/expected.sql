-- Of the phones that the migration made one is in use by now and stays.
INSERT INTO phones (id, number, seen) VALUES (7, '001', '2024-01-01 00:00:00'), (20, '0309', '2024-07-02 00:00:00');
UPDATE phones SET number = '0303000', seen = '2024-07-01 00:00:00' WHERE id = 3;
DELETE FROM phones WHERE id = 4;
INSERT INTO calls VALUES (3, 7), (4, 20);
