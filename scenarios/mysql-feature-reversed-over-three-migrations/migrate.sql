-- Three migrations of one feature: metrics by month, where each comes from, and labels and collectors in tables of their own.
DROP TRIGGER metrics_logged;
ALTER TABLE metrics DROP FOREIGN KEY metrics_host;
ALTER TABLE metrics DROP PRIMARY KEY, ADD PRIMARY KEY (id, taken);
ALTER TABLE metrics PARTITION BY RANGE (TO_DAYS(taken)) (PARTITION m1 VALUES LESS THAN (TO_DAYS('2024-02-01')), PARTITION m2 VALUES LESS THAN (TO_DAYS('2024-03-01')), PARTITION rest VALUES LESS THAN MAXVALUE);
CREATE TABLE collectors (id int NOT NULL PRIMARY KEY, name varchar(20));
CREATE TABLE collector_runs (id int NOT NULL PRIMARY KEY, collector int NOT NULL, CONSTRAINT run_collector FOREIGN KEY (collector) REFERENCES collectors (id));
ALTER TABLE metrics ADD COLUMN data_source varchar(20) NOT NULL DEFAULT 'agent';
ALTER TABLE hosts ADD COLUMN data_source varchar(20);
CREATE INDEX metrics_source ON metrics (data_source, taken);
CREATE TABLE host_labels (host int NOT NULL, label varchar(20) NOT NULL, val varchar(40), PRIMARY KEY (host, label), CONSTRAINT label_host FOREIGN KEY (host) REFERENCES hosts (id) ON DELETE CASCADE);
INSERT INTO host_labels SELECT h.id, 'zone', JSON_UNQUOTE(JSON_EXTRACT(h.labels, '$.zone')) FROM hosts h WHERE h.labels IS NOT NULL;
ALTER TABLE hosts DROP COLUMN labels;
