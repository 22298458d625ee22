INSERT INTO rooms VALUES ('[5,6)', '[2024-01-01,2025-01-01)', 'Room 5'), ('[1,2)', '[2024-06-01,2024-07-01)', 'Overlap');
INSERT INTO stays (room, valid) VALUES ('[5,6)', '[2024-05-01,2024-05-03)'), ('[4,5)', '[2024-12-30,2025-01-02)');
UPDATE rooms SET name = 'Suite' WHERE no = '[2,3)';
DELETE FROM stays WHERE id = 1;
