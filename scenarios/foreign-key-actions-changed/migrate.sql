-- Members leave with their team.
ALTER TABLE members DROP FOREIGN KEY m_team;
ALTER TABLE members ADD CONSTRAINT m_team FOREIGN KEY (team) REFERENCES teams (id) ON DELETE CASCADE;
ALTER TABLE members DROP FOREIGN KEY m_boss;
