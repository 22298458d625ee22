CREATE TABLE parents (id serial PRIMARY KEY, code varchar(5) NOT NULL UNIQUE);
CREATE TABLE children (id serial PRIMARY KEY, parent_id integer NOT NULL REFERENCES parents, v text);
CREATE TABLE grandchildren (id serial PRIMARY KEY, child_id integer REFERENCES children, v text);
INSERT INTO parents (code) SELECT 'P' || i FROM generate_series(1, 4) i;
INSERT INTO children (parent_id, v) SELECT 1 + i % 4, 'c' || i FROM generate_series(1, 6) i;
INSERT INTO grandchildren (child_id, v) SELECT i, 'g' || i FROM generate_series(1, 6) i;
