INSERT INTO contacts (name, phone) VALUES ('With', '+1-100');
UPDATE contacts SET phone = '+1-7777' WHERE id = 7;
DELETE FROM contacts WHERE id = 1;
