-- The new patient gets the next number; new and moved appointments follow their patients.
INSERT INTO patients (card_no, name) VALUES ('CARD-NEW', 'Patient 7');
INSERT INTO appointments (patient_id, at) VALUES (7, '2024-06-01 10:00'), (2, '2024-06-02 10:00');
UPDATE appointments SET patient_id = 3 WHERE id = 1;
UPDATE appointments SET at = '2024-07-01 08:00' WHERE id = 2;
DELETE FROM patients WHERE card_no = 'CARD-35';
