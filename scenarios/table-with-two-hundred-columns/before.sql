DO $$ BEGIN
    EXECUTE 'CREATE TABLE wide (id integer PRIMARY KEY, '
        || (SELECT string_agg('c' || i || CASE i % 4 WHEN 0 THEN ' integer DEFAULT ' || i WHEN 1 THEN ' text' WHEN 2 THEN ' numeric(12,3)' ELSE ' boolean NOT NULL DEFAULT true' END, ', ' ORDER BY i)
            FROM generate_series(1, 199) i) || ')';
END $$;
INSERT INTO wide (id, c1, c2, c3, c100, c101, c199)
SELECT i, 'text ' || i, i * 1.001, i % 2 = 0, i * 100, NULL, i % 3 = 0 FROM generate_series(1, 5) i;
