INSERT INTO rollout (id, kind) VALUES (4,1);
INSERT INTO target (id, status, assigned) VALUES (4,1,2);
INSERT INTO action (id, kind, target, rollout) VALUES (4,1,4,4);
UPDATE target SET assigned = 4 WHERE id = 1;
DELETE FROM action WHERE id = 3;
