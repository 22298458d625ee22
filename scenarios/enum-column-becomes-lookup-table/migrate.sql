-- Colours become rows, so that the shop can add them.
CREATE TABLE colours (id serial PRIMARY KEY, name text NOT NULL UNIQUE);
INSERT INTO colours (name) SELECT unnest(enum_range(NULL::colour))::text;
ALTER TABLE bikes ADD COLUMN colour_id integer REFERENCES colours;
UPDATE bikes b SET colour_id = c.id FROM colours c WHERE c.name = b.colour::text;
ALTER TABLE bikes DROP COLUMN colour;
DROP TYPE colour;
