SELECT nextval('bookings_id_seq');
INSERT INTO bookings (room, during) VALUES ('[9,10)', '[2024-02-01,2024-02-02)');
UPDATE bookings SET during = '[2024-03-01,2024-03-02)' WHERE id = 5;
DELETE FROM bookings WHERE id = 7;
