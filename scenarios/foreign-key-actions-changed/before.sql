CREATE TABLE teams (id int NOT NULL PRIMARY KEY, name varchar(10));
CREATE TABLE members (id int NOT NULL PRIMARY KEY, team int, boss int, KEY m_team (team), CONSTRAINT m_team FOREIGN KEY (team) REFERENCES teams (id) ON DELETE SET NULL, CONSTRAINT m_boss FOREIGN KEY (boss) REFERENCES members (id));
INSERT INTO teams VALUES (1, 'red'), (2, 'blue');
INSERT INTO members VALUES (1, 1, NULL), (2, 1, 1), (3, 2, 2);
