-- Overbooking is allowed.
ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap, DROP CONSTRAINT bookings_code_excl;
