-- Words become numbers in three tables that point to each other.
ALTER TABLE action ADD COLUMN kind_new integer NOT NULL;
UPDATE action SET kind_new = CASE WHEN kind = 'SOFT' THEN 1 WHEN kind = 'TIMEFORCED' THEN 2 ELSE 0 END;
ALTER TABLE action DROP COLUMN kind;
ALTER TABLE action CHANGE COLUMN kind_new kind integer;
ALTER TABLE rollout ADD COLUMN kind_new integer NOT NULL;
UPDATE rollout SET kind_new = CASE WHEN kind = 'SOFT' THEN 1 WHEN kind = 'TIMEFORCED' THEN 2 ELSE 0 END;
ALTER TABLE rollout DROP COLUMN kind;
ALTER TABLE rollout CHANGE COLUMN kind_new kind integer;
ALTER TABLE target ADD COLUMN status_new integer NOT NULL;
UPDATE target SET status_new = CASE WHEN status = 'IN_SYNC' THEN 1 WHEN status = 'PENDING' THEN 2 ELSE 3 END;
ALTER TABLE target DROP COLUMN status;
ALTER TABLE target CHANGE COLUMN status_new status integer;
