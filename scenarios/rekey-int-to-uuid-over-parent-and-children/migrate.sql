-- Patients and everything that points to them go over to uuids.
ALTER TABLE patients ADD COLUMN uid uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE appointments ADD COLUMN patient_uid uuid;
UPDATE appointments a SET patient_uid = p.uid FROM patients p WHERE p.id = a.patient_id;
ALTER TABLE appointments DROP COLUMN patient_id;
ALTER TABLE patients DROP COLUMN id;
ALTER TABLE patients RENAME COLUMN uid TO id;
ALTER TABLE appointments RENAME COLUMN patient_uid TO patient_id;
ALTER TABLE appointments ALTER COLUMN patient_id SET NOT NULL;
ALTER TABLE patients ADD CONSTRAINT patients_pkey PRIMARY KEY (id);
ALTER TABLE appointments ADD CONSTRAINT appointments_patient_fk FOREIGN KEY (patient_id) REFERENCES patients ON DELETE CASCADE;
