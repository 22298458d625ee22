INSERT INTO tickets (country, title) VALUES ('FR', 'New in France'), ('PL', 'New in Poland');
INSERT INTO replies (ticket_id, body) VALUES (13, 'Bonjour');
UPDATE tickets SET country = 'IT' WHERE id = 4;
DELETE FROM replies WHERE ticket_id = 2;
DELETE FROM tickets WHERE id = 2;
