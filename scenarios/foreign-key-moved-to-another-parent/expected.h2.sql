INSERT INTO contracts (party_id, signed) VALUES (5, '2024-05-05');
UPDATE contracts SET signed = '2025-01-01' WHERE id = 1;
DELETE FROM contracts WHERE id = 2;
