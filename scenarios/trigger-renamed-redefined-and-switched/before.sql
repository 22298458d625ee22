CREATE TABLE counters (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0);
CREATE FUNCTION plus_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := NEW.n + 1; RETURN NEW; END $$;
CREATE TRIGGER counters_plus BEFORE UPDATE ON counters FOR EACH ROW EXECUTE FUNCTION plus_one();
CREATE TRIGGER counters_ins BEFORE INSERT ON counters FOR EACH ROW EXECUTE FUNCTION plus_one();
CREATE TRIGGER counters_off BEFORE INSERT ON counters FOR EACH ROW EXECUTE FUNCTION plus_one();
ALTER TABLE counters DISABLE TRIGGER counters_off;
INSERT INTO counters SELECT i, i FROM generate_series(1, 6) i;
