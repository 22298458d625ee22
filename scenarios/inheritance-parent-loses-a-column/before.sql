CREATE TABLE base_event (id serial PRIMARY KEY, at timestamp NOT NULL, note text DEFAULT 'none');
CREATE TABLE login_event (login text NOT NULL, PRIMARY KEY (id)) INHERITS (base_event);
CREATE TABLE error_event (code integer, CHECK (code <> 0)) INHERITS (base_event);
ALTER TABLE error_event ADD PRIMARY KEY (id);
ALTER TABLE base_event ADD CONSTRAINT base_only CHECK (id > 0) NO INHERIT;
INSERT INTO base_event (at, note) SELECT timestamp '2024-01-01' + i * interval '1 hour', 'base ' || i FROM generate_series(1, 4) i;
INSERT INTO login_event (at, note, login) SELECT timestamp '2024-01-02' + i * interval '1 hour', 'login ' || i, 'user' || i FROM generate_series(1, 4) i;
INSERT INTO error_event (at, note, code) SELECT timestamp '2024-01-03' + i * interval '1 hour', 'error ' || i, i FROM generate_series(1, 4) i;
