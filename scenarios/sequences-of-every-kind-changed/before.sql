CREATE SEQUENCE invoice_no START WITH 1000 INCREMENT BY 5 MINVALUE 1000 MAXVALUE 9999 CYCLE;
CREATE SEQUENCE "Odd Seq;" AS smallint INCREMENT BY -1 MAXVALUE -1 START WITH -1;
CREATE SEQUENCE cached_no AS integer CACHE 20;
CREATE SEQUENCE ticket_no;
COMMENT ON SEQUENCE ticket_no IS 'Not owned by any column';
CREATE TABLE invoices (
    no    integer PRIMARY KEY DEFAULT nextval('invoice_no'),
    minus smallint DEFAULT nextval('"Odd Seq;"'),
    total numeric(10,2)
);
ALTER SEQUENCE invoice_no OWNED BY invoices.no;
INSERT INTO invoices (total) SELECT i * 7.7 FROM generate_series(1, 8) i;
SELECT setval('ticket_no', 4711);
SELECT setval('cached_no', 500, false);
