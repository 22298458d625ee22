-- Room for the bills of 2025.
CREATE TABLE bills_2025 PARTITION OF bills FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
