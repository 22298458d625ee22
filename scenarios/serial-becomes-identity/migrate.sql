-- Serial goes, identity comes, and the numbers go on.
ALTER TABLE jobs ALTER COLUMN id DROP DEFAULT;
DROP SEQUENCE jobs_id_seq;
ALTER TABLE jobs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (START WITH 101);
