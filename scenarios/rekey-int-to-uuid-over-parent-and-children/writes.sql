INSERT INTO patients (id, card_no, name) VALUES ('00000000-0000-4000-8000-0000000000aa', 'CARD-NEW', 'Patient 7');
INSERT INTO appointments (patient_id, at) VALUES ('00000000-0000-4000-8000-0000000000aa', '2024-06-01 10:00');
INSERT INTO appointments (patient_id, at) SELECT id, '2024-06-02 10:00' FROM patients WHERE card_no = 'CARD-14';
UPDATE appointments SET patient_id = (SELECT id FROM patients WHERE card_no = 'CARD-21') WHERE id = 1;
UPDATE appointments SET at = '2024-07-01 08:00' WHERE id = 2;
DELETE FROM patients WHERE card_no = 'CARD-35';
