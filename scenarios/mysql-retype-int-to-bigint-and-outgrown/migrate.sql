-- The counters outgrow four bytes.
ALTER TABLE parts MODIFY n bigint;
