--! table comment => table %schema%.plain
ALTER TABLE plain COMMENT = 'another';
--! table engine => table %schema%.parent_like
CREATE TABLE parent_like (id int);
--! engine of it => table %schema%.parent_like
ALTER TABLE parent_like ENGINE = MyISAM;
--! row format => table %schema%.parent_like
ALTER TABLE parent_like ROW_FORMAT = DYNAMIC;
--! default character set => table %schema%.parent_like
ALTER TABLE parent_like DEFAULT CHARSET latin1;
--! option => table %schema%.isam
ALTER TABLE isam MAX_ROWS = 77;
--! option of statistics => table %schema%.plain
ALTER TABLE plain STATS_PERSISTENT = 1;
--! column type => table %schema%.plain
ALTER TABLE plain MODIFY since int DEFAULT 2020;
--! column sign => table %schema%.plain
ALTER TABLE plain MODIFY small smallint DEFAULT NULL;
--! column length => table %schema%.plain
ALTER TABLE plain MODIFY empty_ varchar(6) NOT NULL DEFAULT '';
--! column nullable => table %schema%.plain
ALTER TABLE plain MODIFY empty_ varchar(6) DEFAULT '';
--! column default => table %schema%.plain
ALTER TABLE plain ALTER quoted SET DEFAULT 'null';
--! column default dropped => table %schema%.plain
ALTER TABLE plain ALTER quoted DROP DEFAULT;
--! expression default => table %schema%.plain
ALTER TABLE plain ALTER uid SET DEFAULT (concat('a', uuid()));
--! column collation => table %schema%.plain
ALTER TABLE plain MODIFY looks varchar(40) COLLATE utf8mb4_bin DEFAULT 'x';
--! column character set => table %schema%.plain
ALTER TABLE plain MODIFY looks varchar(40) CHARACTER SET latin1 DEFAULT 'x';
--! column comment => table %schema%.plain
ALTER TABLE plain MODIFY tiny tinyint(1) NOT NULL DEFAULT 1 COMMENT 'small';
--! on update => table %schema%.plain
ALTER TABLE plain MODIFY made datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);
--! visibility => table %schema%.plain
ALTER TABLE plain MODIFY hidden int DEFAULT 7;
--! generated expression => table %schema%.plain
ALTER TABLE plain MODIFY total decimal(14,3) GENERATED ALWAYS AS (amount * 3) STORED COMMENT 'twice';
--! enum values => table %schema%.plain
ALTER TABLE plain MODIFY mood enum('sad','it''s','a,b','ü','more') NOT NULL DEFAULT 'it''s';
--! column added => table %schema%.plain
ALTER TABLE plain ADD extra int AFTER id;
--! column moved => table %schema%.plain
ALTER TABLE plain MODIFY extra int AFTER tiny;
--! column renamed => table %schema%.plain
ALTER TABLE plain RENAME COLUMN extra TO extra2;
--! column dropped => table %schema%.plain
ALTER TABLE plain DROP COLUMN extra2;
--! auto_increment gone => table %schema%.plain
ALTER TABLE plain MODIFY id bigint unsigned NOT NULL;
--! primary key => primary key %schema%.parent_like
ALTER TABLE parent_like ADD PRIMARY KEY (id);
--! primary key dropped => primary key %schema%.parent_like
ALTER TABLE parent_like DROP PRIMARY KEY;
--! unique key dropped => index %schema%.plain.by_code
ALTER TABLE plain DROP INDEX by_code;
--! unique key => unique key %schema%.plain.by_code
ALTER TABLE plain ADD UNIQUE KEY by_code (code, name);
--! prefix length => index %schema%.plain.by_body
ALTER TABLE plain DROP INDEX by_body, ADD INDEX by_body (body(21));
--! direction => index %schema%.plain.by_day
ALTER TABLE plain DROP INDEX by_day, ADD INDEX by_day (day, tiny);
--! index comment => index %schema%.plain.by_day
ALTER TABLE plain DROP INDEX by_day, ADD INDEX by_day (day, tiny) COMMENT 'x';
--! index renamed => index %schema%.plain.by_day2
ALTER TABLE plain RENAME INDEX by_day TO by_day2;
--! full text => index %schema%.plain.words
ALTER TABLE plain DROP INDEX words;
--! spatial => index %schema%.places.spots
ALTER TABLE places DROP INDEX spots;
--! method => index %schema%.memory_.hash_
ALTER TABLE memory_ DROP INDEX hash_, ADD INDEX hash_ (id) USING BTREE;
--! order of keys => table %schema%.memory_
ALTER TABLE memory_ DROP INDEX tree;
ALTER TABLE memory_ ADD INDEX tree (id) USING BTREE;
--! check => check constraint %schema%.plain.positive
ALTER TABLE plain DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (amount >= -1 and name <> 'it''s');
--! check dropped => check constraint %schema%.plain.positive
ALTER TABLE plain DROP CONSTRAINT positive;
--! foreign key action => foreign key %schema%.child.to_parent2
ALTER TABLE child DROP FOREIGN KEY to_parent, ADD CONSTRAINT to_parent2 FOREIGN KEY (a, b) REFERENCES parent (a, b);
--! foreign key dropped => foreign key %schema%.child.to_self
ALTER TABLE child DROP FOREIGN KEY to_self;
--! partition added => table %schema%.by_list
ALTER TABLE by_list ADD PARTITION (PARTITION p2 VALUES IN (9));
--! partition bound => table %schema%.by_columns
ALTER TABLE by_columns REORGANIZE PARTITION p0, p1 INTO (PARTITION p0 VALUES LESS THAN (11, 'it''s'),
  PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
--! partition comment => table %schema%.by_range
ALTER TABLE by_range REORGANIZE PARTITION p0 INTO (PARTITION p0 VALUES LESS THAN (2020) COMMENT = 'new');
--! partition renamed => table %schema%.by_list
ALTER TABLE by_list REORGANIZE PARTITION p2 INTO (PARTITION p3 VALUES IN (9));
--! number of partitions => table %schema%.by_hash
ALTER TABLE by_hash ADD PARTITION PARTITIONS 1;
--! partitioning gone => table %schema%.by_key
ALTER TABLE by_key REMOVE PARTITIONING;
--! subpartitions => table %schema%.sub_default
ALTER TABLE sub_default REMOVE PARTITIONING;
--! view query => view %schema%.one
CREATE OR REPLACE VIEW one AS SELECT id, name, code AS `odd ``c` FROM plain WHERE id > 1;
--! view security => view %schema%.one
ALTER SQL SECURITY INVOKER VIEW one AS SELECT id, name, code AS `odd ``c` FROM plain WHERE id > 1;
--! view algorithm => view %schema%.one
ALTER ALGORITHM = MERGE SQL SECURITY INVOKER VIEW one AS SELECT id, name, code AS `odd ``c` FROM plain WHERE id > 1;
--! view check option => view %schema%.cascaded
CREATE OR REPLACE VIEW cascaded AS SELECT * FROM parent WHERE c > 0 WITH LOCAL CHECK OPTION;
--! view dropped => view %schema%.cascaded
DROP VIEW cascaded;
--! view session => view %schema%.third_view
SET collation_connection = utf8mb4_bin;
CREATE OR REPLACE ALGORITHM=TEMPTABLE SQL SECURITY INVOKER VIEW third_view (x) AS SELECT count(*) FROM another;
--! trigger body => trigger %schema%.child.gone
DROP TRIGGER gone;
CREATE TRIGGER gone AFTER UPDATE ON child FOR EACH ROW INSERT INTO memory_ VALUES (NEW.id + 1);
--! trigger order => trigger %schema%.child.second_
DROP TRIGGER second_;
CREATE TRIGGER second_ BEFORE INSERT ON child FOR EACH ROW SET NEW.a = 2;
--! trigger mode => trigger %schema%.child.gone
DROP TRIGGER gone;
SET sql_mode = 'PIPES_AS_CONCAT';
CREATE TRIGGER gone AFTER UPDATE ON child FOR EACH ROW INSERT INTO memory_ VALUES (NEW.id + 1);
--! trigger dropped => trigger %schema%.child.third
DROP TRIGGER third;
--! procedure body => procedure %schema%.nothing
DROP PROCEDURE nothing;
CREATE PROCEDURE nothing() SELECT 2;
--! procedure parameters => procedure %schema%.nothing
DROP PROCEDURE nothing;
CREATE PROCEDURE nothing(a int) SELECT 2;
--! procedure comment => procedure %schema%.nothing
ALTER PROCEDURE nothing COMMENT 'something';
--! procedure security => procedure %schema%.nothing
ALTER PROCEDURE nothing SQL SECURITY INVOKER;
--! function result => function %schema%.ansi_one
DROP FUNCTION ansi_one;
CREATE FUNCTION ansi_one() RETURNS bigint DETERMINISTIC RETURN 1;
--! function dropped => function %schema%.ansi_one
DROP FUNCTION ansi_one;
--! event schedule => event %schema%.nightly
ALTER EVENT nightly ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 03:00:00';
--! event state => event %schema%.nightly
ALTER EVENT nightly DISABLE;
--! event completion => event %schema%.nightly
ALTER EVENT nightly ON COMPLETION NOT PRESERVE;
--! event comment => event %schema%.nightly
ALTER EVENT nightly COMMENT 'day';
--! event zone => event %schema%.every `so
SET time_zone = '+03:00';
ALTER EVENT `every ``so` ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-06-01 03:00:00';
--! event dropped => event %schema%.once
DROP EVENT once;
--! grant on a table => table %schema%.parent
GRANT SELECT ON parent TO %reader%;
--! grant on a column => table %schema%.parent
GRANT UPDATE (c) ON parent TO %reader%;
--! grant option => table %schema%.parent
GRANT SELECT ON parent TO %reader% WITH GRANT OPTION;
--! grant revoked => table %schema%.parent
REVOKE SELECT ON parent FROM %reader%;
--! grant on a view => view %schema%.one
GRANT SELECT ON one TO %reader%;
--! grant on the schema => schema %schema%
GRANT SELECT ON %schema%.* TO %reader%;
--! schema collation => schema %schema%
ALTER DATABASE %schema% COLLATE utf8mb4_bin;
--! table dropped => table %schema%.by_hash_named
DROP TABLE by_hash_named;
--! table renamed => table %schema%.by_list2
RENAME TABLE by_list TO by_list2;
