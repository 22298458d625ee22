-- The new table takes over the name; the old one stays for a week under another.
CREATE TABLE visits_new (id bigint PRIMARY KEY, page varchar(50) NOT NULL, ms integer);
INSERT INTO visits_new SELECT id, page, ms FROM visits;
ALTER TABLE visits RENAME TO visits_old;
ALTER TABLE visits_new RENAME TO visits;
ALTER TABLE visits ALTER COLUMN id SET DEFAULT nextval('visits_id_seq');
