-- A number may be active twice.
DROP INDEX phones_active_number_idx;
