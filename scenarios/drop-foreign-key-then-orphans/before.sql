CREATE TABLE teams (
    id   integer PRIMARY KEY,
    name text
);
CREATE TABLE players (
    id      serial PRIMARY KEY,
    team_id integer CONSTRAINT players_team_fk REFERENCES teams (id),
    name    text
);
INSERT INTO teams SELECT i, 'Team ' || i FROM generate_series(1, 4) i;
INSERT INTO players (team_id, name) SELECT 1 + i % 4, 'Player ' || i FROM generate_series(1, 12) i;
