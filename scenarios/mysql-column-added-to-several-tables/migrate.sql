-- Every table tells where its rows come from.
ALTER TABLE metrics ADD COLUMN data_source varchar(20) NOT NULL DEFAULT 'agent' AFTER id;
ALTER TABLE events ADD COLUMN data_source enum('agent', 'import') FIRST, ADD KEY events_source (data_source);
ALTER TABLE alerts ADD COLUMN data_source varchar(20) DEFAULT 'agent', DROP PRIMARY KEY, ADD PRIMARY KEY (id, day);
ALTER TABLE quiet ADD COLUMN data_source int GENERATED ALWAYS AS (v + 1) VIRTUAL;
