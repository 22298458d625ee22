-- Every tenth column is dropped and the two hundred and first arrives.
DO $$ BEGIN
    EXECUTE 'ALTER TABLE wide ' || (SELECT string_agg('DROP COLUMN c' || i, ', ') FROM generate_series(10, 190, 10) i);
END $$;
ALTER TABLE wide ADD COLUMN c200 text;
