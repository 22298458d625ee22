CREATE TABLE boxes (id integer PRIMARY KEY, label text);
CREATE TABLE items (id serial PRIMARY KEY, box_id integer, weight integer);
INSERT INTO boxes SELECT i, 'Box ' || i FROM generate_series(1, 3) i;
INSERT INTO items (box_id, weight) SELECT 1 + i % 3, i FROM generate_series(1, 9) i;
ALTER TABLE items ADD CONSTRAINT items_box_fk FOREIGN KEY (box_id) REFERENCES boxes NOT VALID;
ALTER TABLE items ADD CONSTRAINT items_weight_check CHECK (weight > 0) NO INHERIT NOT VALID;
