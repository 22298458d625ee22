-- The two new tickets have no queue and the old table demands one.
SELECT setval('tickets_id_seq', 12);
UPDATE tickets SET urgent = true WHERE id = 1;
DELETE FROM tickets WHERE id = 9;
