CREATE TABLE logs (
    id    bigint NOT NULL,
    day   date NOT NULL,
    line  text,
    PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE TABLE logs_2023 PARTITION OF logs FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE logs_2024 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
CREATE INDEX logs_line_idx ON logs (line text_pattern_ops);
INSERT INTO logs SELECT i, DATE '2022-12-01' + i * 60, 'line ' || i FROM generate_series(1, 20) i;
