INSERT INTO bookings VALUES (4, 2025, 1, 'd');
UPDATE bookings SET note = 'B' WHERE id = 2;
DELETE FROM bookings WHERE id = 1;
