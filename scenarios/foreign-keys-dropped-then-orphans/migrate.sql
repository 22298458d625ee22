-- The tables go to different services.
ALTER TABLE children DROP FOREIGN KEY children_parent;
ALTER TABLE children DROP INDEX children_parent;
