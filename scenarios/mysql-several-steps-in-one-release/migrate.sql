-- Two releases: a log goes, a column widens, another leaves, an index follows.
DROP TABLE old_log;
ALTER TABLE a MODIFY v varchar(100), DROP COLUMN w;
ALTER TABLE b DROP FOREIGN KEY b_a;
ALTER TABLE b ADD kind varchar(5) DEFAULT 'k';
CREATE INDEX b_kind ON b (kind);
