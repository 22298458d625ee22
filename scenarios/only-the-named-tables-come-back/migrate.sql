-- One table is changed, the other one is not part of it.
ALTER TABLE wanted DROP COLUMN b;
