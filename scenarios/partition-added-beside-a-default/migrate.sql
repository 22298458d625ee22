-- The bills of 2025 move out of the default partition into their own.
CREATE TABLE bills_2025 (LIKE bills INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
WITH moved AS (DELETE FROM bills_rest WHERE day >= '2025-01-01' AND day < '2026-01-01' RETURNING *)
INSERT INTO bills_2025 SELECT * FROM moved;
ALTER TABLE bills ATTACH PARTITION bills_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
