CREATE TABLE logs (id bigint NOT NULL, day date NOT NULL, line text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE logs_old PARTITION OF logs FOR VALUES FROM (MINVALUE) TO ('2023-01-01');
CREATE TABLE logs_now PARTITION OF logs FOR VALUES FROM ('2023-01-01') TO (MAXVALUE);
ALTER TABLE logs_old ADD CONSTRAINT logs_old_short CHECK (length(line) < 100);
CREATE INDEX logs_old_line_idx ON logs_old (line);
INSERT INTO logs SELECT i, DATE '2022-01-01' + i * 50, 'line ' || i FROM generate_series(1, 14) i;
