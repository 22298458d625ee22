CREATE TABLE clicks (at timestamp NOT NULL, page text, n integer DEFAULT 1) PARTITION BY RANGE (at);
CREATE TABLE clicks_2022 PARTITION OF clicks FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE clicks_2023 PARTITION OF clicks FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE clicks_2024 PARTITION OF clicks FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX clicks_page_idx ON clicks (page);
COMMENT ON TABLE clicks_2022 IS 'Kept for the auditors';
INSERT INTO clicks SELECT timestamp '2022-06-01' + i * interval '45 days', '/p' || i % 3, i FROM generate_series(1, 18) i;
