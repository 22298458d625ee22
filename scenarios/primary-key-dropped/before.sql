CREATE TABLE votes (id serial, who text NOT NULL, CONSTRAINT votes_pk PRIMARY KEY (id) WITH (fillfactor = 60));
CREATE TABLE vote_notes (vote_id integer CONSTRAINT vote_notes_fk REFERENCES votes, note text);
COMMENT ON CONSTRAINT votes_pk ON votes IS 'One vote, one number';
INSERT INTO votes (who) SELECT 'Voter ' || i FROM generate_series(1, 7) i;
INSERT INTO vote_notes SELECT i, 'Note ' || i FROM generate_series(1, 3) i;
