CREATE TABLE teams (id int PRIMARY KEY, name varchar(20));
CREATE TABLE members (
    id    int PRIMARY KEY,
    code  varchar(10),
    team  int,
    low   int NOT NULL,
    high  int NOT NULL,
    boss  int,
    CONSTRAINT members_code UNIQUE (code),
    CONSTRAINT members_low CHECK (low >= 0),
    CONSTRAINT members_range CHECK (low <= high),
    CONSTRAINT members_team FOREIGN KEY (team) REFERENCES teams (id),
    CONSTRAINT members_boss FOREIGN KEY (boss) REFERENCES members (id)
);
INSERT INTO teams VALUES (1, 'red'), (2, 'blue'), (3, 'green');
INSERT INTO members VALUES (1, 'a', 1, 0, 10, NULL), (2, 'b', 1, 1, 10, 1), (3, 'c', 2, 2, 10, 1), (4, 'd', 2, 3, 10, 2), (5, NULL, NULL, 4, 10, 2), (6, 'f', 1, 5, 10, 3), (7, 'g', 3, 6, 10, NULL);
