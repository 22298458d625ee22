-- The key slowed the import down.
ALTER TABLE players DROP CONSTRAINT players_team_fk;
