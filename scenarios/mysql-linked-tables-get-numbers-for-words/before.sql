CREATE TABLE rollout (id bigint NOT NULL AUTO_INCREMENT, kind varchar(16) NOT NULL, PRIMARY KEY (id));
CREATE TABLE target (id bigint NOT NULL AUTO_INCREMENT, status varchar(16) NOT NULL, assigned bigint, PRIMARY KEY (id));
CREATE TABLE action (id bigint NOT NULL AUTO_INCREMENT, kind varchar(16) NOT NULL, target bigint NOT NULL, rollout bigint, PRIMARY KEY (id));
ALTER TABLE action ADD CONSTRAINT fk_action_rollout FOREIGN KEY (rollout) REFERENCES rollout (id),
    ADD CONSTRAINT fk_action_target FOREIGN KEY (target) REFERENCES target (id) ON DELETE CASCADE;
ALTER TABLE target ADD CONSTRAINT fk_target_action FOREIGN KEY (assigned) REFERENCES action (id) ON DELETE SET NULL;
INSERT INTO rollout VALUES (1,'SOFT'),(2,'TIMEFORCED'),(3,'FORCED');
INSERT INTO target VALUES (1,'IN_SYNC',NULL),(2,'PENDING',NULL),(3,'ERROR',NULL);
INSERT INTO action VALUES (1,'SOFT',1,1),(2,'FORCED',2,3),(3,'TIMEFORCED',3,NULL);
UPDATE target SET assigned = id WHERE id < 3;
