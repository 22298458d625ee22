INSERT INTO tickets (subject) VALUES ('Cannot log in'), ('Page is blank');
UPDATE tickets SET urgent = true WHERE id = 1;
DELETE FROM tickets WHERE id = 9;
