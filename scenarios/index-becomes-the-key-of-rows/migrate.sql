-- The number goes, and what an index held apart is the key: its nullable column held no null, and may hold none now.
DROP INDEX runs_of_a_day;
ALTER TABLE runs DROP CONSTRAINT runs_pk;
ALTER TABLE runs DROP COLUMN id;
ALTER TABLE runs ALTER COLUMN held_on SET NOT NULL;
ALTER TABLE runs ADD CONSTRAINT runs_of_a_day_pk PRIMARY KEY (flow, held_on);
