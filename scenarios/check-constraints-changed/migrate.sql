-- Limits are relaxed and get better names.
ALTER TABLE loans RENAME CONSTRAINT loans_amount_check TO loans_amount_positive;
ALTER TABLE loans DROP CONSTRAINT loans_total_check;
ALTER TABLE loans DROP CONSTRAINT "loans state; check";
ALTER TABLE loans ADD CONSTRAINT loans_state_check CHECK (state IN ('open', 'it''s closed', 'late')) NOT VALID;
ALTER TABLE loans ADD CONSTRAINT loans_months_check CHECK (months IS NULL OR months > 0);
