-- Numbers are renamed, retyped, unbound and dropped.
ALTER SEQUENCE invoice_no OWNED BY NONE;
ALTER SEQUENCE invoice_no AS integer NO MAXVALUE NO CYCLE INCREMENT BY 1;
ALTER SEQUENCE "Odd Seq;" RENAME TO odd_seq;
DROP SEQUENCE cached_no;
ALTER SEQUENCE ticket_no CACHE 10;
CREATE SEQUENCE receipt_no;
