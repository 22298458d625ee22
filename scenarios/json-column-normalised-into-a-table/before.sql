CREATE TABLE invoices (id serial PRIMARY KEY, customer text, lines jsonb NOT NULL DEFAULT '[]', meta json);
CREATE INDEX invoices_lines_idx ON invoices USING gin (lines);
INSERT INTO invoices (customer, lines, meta)
SELECT 'Customer ' || i, jsonb_build_array(jsonb_build_object('sku', 'A' || i, 'qty', i), jsonb_build_object('sku', 'B', 'qty', 1)), '{"v":1,  "a" : null}'
FROM generate_series(1, 6) i;
