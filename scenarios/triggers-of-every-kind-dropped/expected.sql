-- Nothing was counted or logged after the migration, and the rollback itself must not fire the triggers.
SET session_replication_role = replica;
INSERT INTO docs VALUES (7, 'Doc 7', 5);
UPDATE docs SET title = 'Renamed' WHERE id = 1;
ALTER TABLE docs DISABLE TRIGGER e_replica;
DELETE FROM docs WHERE id = 2;
ALTER TABLE docs ENABLE REPLICA TRIGGER e_replica;
SET session_replication_role = origin;
