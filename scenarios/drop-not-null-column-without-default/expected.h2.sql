-- The two new tickets have no queue and the old table demands one.
UPDATE tickets SET urgent = true WHERE id = 1;
DELETE FROM tickets WHERE id = 9;
