CREATE TABLE persons (id serial PRIMARY KEY, first text, last text);
CREATE VIEW person_names AS SELECT id, first || ' ' || last AS name FROM persons;
CREATE FUNCTION person_names_ins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO persons (first, last) VALUES (split_part(NEW.name, ' ', 1), split_part(NEW.name, ' ', 2)); RETURN NEW; END $$;
CREATE TRIGGER person_names_trg INSTEAD OF INSERT ON person_names FOR EACH ROW EXECUTE FUNCTION person_names_ins();
GRANT SELECT, INSERT ON person_names TO PUBLIC;
INSERT INTO person_names (name) VALUES ('Ada Lovelace'), ('Alan Turing'), ('Grace Hopper');
