INSERT INTO contacts (name, phone) VALUES ('With', '+1-100');
SELECT nextval('contacts_id_seq');
UPDATE contacts SET phone = '+1-7777' WHERE id = 7;
DELETE FROM contacts WHERE id = 1;
