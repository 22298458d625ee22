INSERT INTO meters (reading, flag) VALUES (99, 'no');
UPDATE meters SET reading = 13 WHERE id = 2;
UPDATE meters SET flag = 'new' WHERE id = 1;
DELETE FROM meters WHERE id = 6;
