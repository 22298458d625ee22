-- Short numbers print better on labels.
ALTER TABLE assets DROP CONSTRAINT assets_pkey;
ALTER TABLE assets DROP COLUMN id;
ALTER TABLE assets ADD COLUMN id serial PRIMARY KEY;
