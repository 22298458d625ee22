INSERT INTO devices (kind, os) VALUES ('watch', 'new'), ('glasses', 'newer');
UPDATE devices SET kind = 'tablet' WHERE id = 3;
DELETE FROM devices WHERE id = 4;
