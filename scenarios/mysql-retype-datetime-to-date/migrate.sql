-- Only the day counts.
SET SESSION sql_mode = '';
ALTER TABLE visits MODIFY at date NOT NULL;
