-- Every write counts ten now.
CREATE OR REPLACE FUNCTION plus_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := NEW.n + 10; RETURN NEW; END $$;
ALTER TRIGGER counters_plus ON counters RENAME TO counters_add;
CREATE OR REPLACE TRIGGER counters_ins BEFORE INSERT ON counters FOR EACH ROW WHEN (NEW.n > 0) EXECUTE FUNCTION plus_one();
ALTER TABLE counters ENABLE TRIGGER counters_off;
