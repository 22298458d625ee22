CREATE TABLE history (no serial PRIMARY KEY, item integer, qty integer);
CREATE TABLE items (
    id    serial PRIMARY KEY,
    qty   integer NOT NULL,
    place varchar(10) DEFAULT 'here'
);
CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO history (item, qty) VALUES (NEW.id, NEW.qty); RETURN NEW; END $$;
CREATE TRIGGER items_history AFTER INSERT OR UPDATE ON items FOR EACH ROW EXECUTE FUNCTION keep_history();
CREATE FUNCTION no_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.qty > 50 THEN RAISE EXCEPTION 'keep it'; END IF; RETURN OLD; END $$;
CREATE TRIGGER items_guard BEFORE DELETE OR TRUNCATE ON items FOR EACH STATEMENT EXECUTE FUNCTION keep_history();
DROP TRIGGER items_guard ON items;
CREATE TRIGGER items_guard BEFORE DELETE ON items FOR EACH ROW EXECUTE FUNCTION no_delete();
ALTER TABLE items ENABLE ALWAYS TRIGGER items_guard;
INSERT INTO items (qty, place) SELECT i * 10, 'P' || i FROM generate_series(1, 9) i;
