CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE todo (id serial PRIMARY KEY, what varchar(40) NOT NULL, state state DEFAULT 'open', due timestamp, owner text);
CREATE TABLE labels (todo_id integer REFERENCES todo ON DELETE CASCADE, label text, PRIMARY KEY (todo_id, label));
CREATE INDEX todo_due_idx ON todo (due) WHERE state = 'open';
CREATE VIEW open_todo AS SELECT id, what, due FROM todo WHERE state = 'open';
INSERT INTO todo (what, state, due, owner)
SELECT 'Do ' || i, CASE WHEN i % 3 = 0 THEN 'done' ELSE 'open' END::state, timestamp '2024-01-01 12:34:56.789' + i * interval '1 day', 'Owner ' || i FROM generate_series(1, 10) i;
INSERT INTO labels SELECT 1 + i % 10, 'L' || i FROM generate_series(1, 12) i;
