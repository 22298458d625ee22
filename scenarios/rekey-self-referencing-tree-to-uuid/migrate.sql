-- The tree goes over to uuids, parents included.
ALTER TABLE folders ADD COLUMN uid uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN parent_uid uuid;
UPDATE folders f SET parent_uid = p.uid FROM folders p WHERE p.id = f.parent_id;
ALTER TABLE folders DROP COLUMN parent_id, DROP COLUMN id;
ALTER TABLE folders RENAME COLUMN uid TO id;
ALTER TABLE folders RENAME COLUMN parent_uid TO parent_id;
ALTER TABLE folders ADD CONSTRAINT folders_pkey PRIMARY KEY (id);
ALTER TABLE folders ADD CONSTRAINT folders_parent_fk FOREIGN KEY (parent_id) REFERENCES folders ON DELETE CASCADE;
