-- The application computes totals itself.
ALTER TABLE lines DROP COLUMN total;
