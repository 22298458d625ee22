-- Lines get rows of their own.
CREATE TABLE invoice_lines (
    invoice_id integer NOT NULL REFERENCES invoices ON DELETE CASCADE,
    no         integer NOT NULL,
    sku        text,
    qty        integer,
    PRIMARY KEY (invoice_id, no)
);
INSERT INTO invoice_lines
SELECT i.id, l.no, l.line->>'sku', (l.line->>'qty')::integer FROM invoices i, jsonb_array_elements(i.lines) WITH ORDINALITY l(line, no);
ALTER TABLE invoices DROP COLUMN lines, DROP COLUMN meta;
