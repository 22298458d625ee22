CREATE TABLE notes (id integer PRIMARY KEY, tenant integer NOT NULL, body text);
CREATE POLICY tenant_rows ON notes USING (tenant = NULLIF(current_setting('app.tenant', true), '')::integer);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes FORCE ROW LEVEL SECURITY;
INSERT INTO notes SELECT i, i % 2, 'Note ' || i FROM generate_series(1, 8) i;
