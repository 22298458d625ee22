CREATE TABLE patients (
    id      serial PRIMARY KEY,
    card_no varchar(20) NOT NULL CONSTRAINT patients_card_key UNIQUE,
    name    text
);
CREATE TABLE appointments (
    id         serial PRIMARY KEY,
    patient_id integer NOT NULL CONSTRAINT appointments_patient_fk REFERENCES patients ON DELETE CASCADE,
    at         timestamp NOT NULL
);
CREATE INDEX appointments_patient_idx ON appointments (patient_id, at);
INSERT INTO patients (card_no, name) SELECT 'CARD-' || i * 7, 'Patient ' || i FROM generate_series(1, 6) i;
INSERT INTO appointments (patient_id, at) SELECT 1 + i % 6, timestamp '2024-01-01 09:00' + i * interval '45 minutes' FROM generate_series(1, 14) i;
