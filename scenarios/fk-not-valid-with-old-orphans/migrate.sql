-- The species column and both unproven constraints go.
ALTER TABLE pets DROP CONSTRAINT pets_owner_fk, DROP CONSTRAINT pets_name_check;
ALTER TABLE pets DROP COLUMN species;
