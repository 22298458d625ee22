-- The number goes, and what an index held apart is the key: its nullable column held no null, and may hold none now.
ALTER TABLE runs DROP INDEX runs_of_a_day, DROP COLUMN id, MODIFY held_on varchar(10) NOT NULL, ADD PRIMARY KEY (flow, held_on);
