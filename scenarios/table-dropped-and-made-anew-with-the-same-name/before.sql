CREATE TABLE plan (id integer PRIMARY KEY, day date, what text NOT NULL);
CREATE TABLE steps (plan_id integer REFERENCES plan ON DELETE CASCADE, no integer, PRIMARY KEY (plan_id, no));
INSERT INTO plan SELECT i, DATE '2024-01-01' + i, 'Do ' || i FROM generate_series(1, 7) i;
INSERT INTO steps SELECT i, n FROM generate_series(1, 7) i, generate_series(1, 2) n;
