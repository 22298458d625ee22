INSERT INTO rooms VALUES ('[5,6)', '[2024-01-01,2025-01-01)', 'Room 5');
INSERT INTO stays (room, valid) VALUES ('[5,6)', '[2024-05-01,2024-05-03)');
SELECT nextval('stays_id_seq');
UPDATE rooms SET name = 'Suite' WHERE no = '[2,3)';
DELETE FROM stays WHERE id = 1;
