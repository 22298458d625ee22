CREATE TABLE owners (id integer PRIMARY KEY, name text);
CREATE TABLE pets (
    id       integer PRIMARY KEY,
    owner_id integer,
    species  varchar(20) NOT NULL DEFAULT 'cat',
    name     text
);
INSERT INTO owners SELECT i, 'Owner ' || i FROM generate_series(1, 4) i;
INSERT INTO pets SELECT i, i % 6, 'dog', 'Pet ' || i FROM generate_series(1, 12) i;
-- Owners 0 and 5 do not exist: orphans from the old days, tolerated by a key that was never validated.
ALTER TABLE pets ADD CONSTRAINT pets_owner_fk FOREIGN KEY (owner_id) REFERENCES owners NOT VALID;
ALTER TABLE pets ADD CONSTRAINT pets_name_check CHECK (length(name) > 5) NOT VALID;
