-- Remarks and the key to sites are dropped in one go.
ALTER TABLE visits DROP CONSTRAINT visits_site_fk;
ALTER TABLE visits DROP COLUMN remark;
