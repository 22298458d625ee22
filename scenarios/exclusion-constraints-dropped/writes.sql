INSERT INTO bookings (seats, code) VALUES ('[500,510)', 'X1'), ('[12,13)', 'X2'), ('[600,610)', 'b3');
UPDATE bookings SET seats = '[700,701]' WHERE id = 2;
DELETE FROM bookings WHERE id = 4;
INSERT INTO bookings (seats, code) VALUES ('[41,44)', 'B4');
