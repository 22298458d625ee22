INSERT INTO bookings VALUES (4, 2025, 1, 'd'), (3, 2023, 2, 'the same number');
UPDATE bookings SET note = 'B' WHERE id = 2;
DELETE FROM bookings WHERE id = 1;
