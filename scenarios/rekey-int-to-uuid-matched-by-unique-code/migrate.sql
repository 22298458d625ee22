-- Suppliers are known by a uuid from now on.
ALTER TABLE suppliers ADD COLUMN uid uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE suppliers DROP CONSTRAINT suppliers_pkey;
ALTER TABLE suppliers DROP COLUMN id;
ALTER TABLE suppliers RENAME COLUMN uid TO id;
ALTER TABLE suppliers ADD CONSTRAINT suppliers_pkey PRIMARY KEY (id);
