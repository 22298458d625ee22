INSERT INTO bookings (room, during) VALUES ('[1,2)', '[2024-01-01 06:00,2024-01-03 06:00)'), ('[9,10)', '[2024-02-01,2024-02-02)');
UPDATE bookings SET during = '[2024-03-01,2024-03-02)' WHERE id = 5;
DELETE FROM bookings WHERE id = 7;
