--! table comment => table plain
ALTER TABLE plain COMMENT = 'another';
--! table engine => table parent_like
CREATE TABLE parent_like (id int);
--! engine of it => table parent_like
ALTER TABLE parent_like ENGINE = MyISAM;
--! row format => table parent_like
ALTER TABLE parent_like ROW_FORMAT = DYNAMIC;
--! default character set => table parent_like
ALTER TABLE parent_like DEFAULT CHARSET latin1;
--! option => table isam
ALTER TABLE isam MAX_ROWS = 77;
--! option of statistics => table plain
ALTER TABLE plain STATS_PERSISTENT = 1;
--! column type => table plain
ALTER TABLE plain MODIFY since int DEFAULT 2020;
--! column sign => table plain
ALTER TABLE plain MODIFY small smallint DEFAULT NULL;
--! column length => table plain
ALTER TABLE plain MODIFY empty_ varchar(6) NOT NULL DEFAULT '';
--! column nullable => table plain
ALTER TABLE plain MODIFY empty_ varchar(6) DEFAULT '';
--! column default => table plain
ALTER TABLE plain ALTER quoted SET DEFAULT 'null';
--! column default dropped => table plain
ALTER TABLE plain ALTER quoted DROP DEFAULT;
--! expression default => table plain
ALTER TABLE plain ALTER uid SET DEFAULT (concat('a', uuid()));
--! column collation => table plain
ALTER TABLE plain MODIFY looks varchar(40) COLLATE utf8mb4_bin DEFAULT 'x';
--! column character set => table plain
ALTER TABLE plain MODIFY looks varchar(40) CHARACTER SET latin1 DEFAULT 'x';
--! column comment => table plain
ALTER TABLE plain MODIFY tiny tinyint(1) NOT NULL DEFAULT 1 COMMENT 'small';
--! on update => table plain
ALTER TABLE plain MODIFY made datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6);
--! visibility => table plain
ALTER TABLE plain MODIFY hidden int DEFAULT 7;
--! generated expression => table plain
ALTER TABLE plain MODIFY total decimal(14,3) GENERATED ALWAYS AS (amount * 3) STORED COMMENT 'twice';
--! enum values => table plain
ALTER TABLE plain MODIFY mood enum('sad','it''s','a,b','ü','more') NOT NULL DEFAULT 'it''s';
--! column added => table plain
ALTER TABLE plain ADD extra int AFTER id;
--! column moved => table plain
ALTER TABLE plain MODIFY extra int AFTER tiny;
--! column renamed => table plain
ALTER TABLE plain RENAME COLUMN extra TO extra2;
--! column dropped => table plain
ALTER TABLE plain DROP COLUMN extra2;
--! auto_increment gone => table plain
ALTER TABLE plain MODIFY id bigint unsigned NOT NULL;
--! primary key => primary key parent_like
ALTER TABLE parent_like ADD PRIMARY KEY (id);
--! primary key dropped => primary key parent_like
ALTER TABLE parent_like DROP PRIMARY KEY;
--! unique key dropped => index plain.by_code
ALTER TABLE plain DROP INDEX by_code;
--! unique key => unique key plain.by_code
ALTER TABLE plain ADD UNIQUE KEY by_code (code, name);
--! prefix length => index plain.by_body
ALTER TABLE plain DROP INDEX by_body, ADD INDEX by_body (body(21));
--! direction => index plain.by_day
ALTER TABLE plain DROP INDEX by_day, ADD INDEX by_day (day, tiny);
--! index comment => index plain.by_day
ALTER TABLE plain DROP INDEX by_day, ADD INDEX by_day (day, tiny) COMMENT 'x';
--! index renamed => index plain.by_day2
ALTER TABLE plain RENAME INDEX by_day TO by_day2;
--! full text => index plain.words
ALTER TABLE plain DROP INDEX words;
--! spatial => index places.spots
ALTER TABLE places DROP INDEX spots;
--! method => index memory_.hash_
ALTER TABLE memory_ DROP INDEX hash_, ADD INDEX hash_ (id) USING BTREE;
--! order of keys => table memory_
ALTER TABLE memory_ DROP INDEX tree;
ALTER TABLE memory_ ADD INDEX tree (id) USING BTREE;
--! check => check constraint plain.positive
ALTER TABLE plain DROP CONSTRAINT positive, ADD CONSTRAINT positive CHECK (amount >= -1 and name <> 'it''s');
--! check dropped => check constraint plain.positive
ALTER TABLE plain DROP CONSTRAINT positive;
--! foreign key action => foreign key child.to_parent2
ALTER TABLE child DROP FOREIGN KEY to_parent, ADD CONSTRAINT to_parent2 FOREIGN KEY (a, b) REFERENCES parent (a, b);
--! foreign key dropped => foreign key child.to_self
ALTER TABLE child DROP FOREIGN KEY to_self;
--! partition added => table by_list
ALTER TABLE by_list ADD PARTITION (PARTITION p2 VALUES IN (9));
--! partition bound => table by_columns
ALTER TABLE by_columns REORGANIZE PARTITION p0, p1 INTO (PARTITION p0 VALUES LESS THAN (11, 'it''s'),
  PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
--! partition comment => table by_range
ALTER TABLE by_range REORGANIZE PARTITION p0 INTO (PARTITION p0 VALUES LESS THAN (2020) COMMENT = 'new');
--! partition renamed => table by_list
ALTER TABLE by_list REORGANIZE PARTITION p2 INTO (PARTITION p3 VALUES IN (9));
--! number of partitions => table by_hash
ALTER TABLE by_hash ADD PARTITION PARTITIONS 1;
--! partitioning gone => table by_key
ALTER TABLE by_key REMOVE PARTITIONING;
--! subpartitions => table sub_default
ALTER TABLE sub_default REMOVE PARTITIONING;
--! view query => view one
CREATE OR REPLACE VIEW one AS SELECT id, name, code AS `odd ``c` FROM plain WHERE id > 1;
--! view security => view one
ALTER SQL SECURITY INVOKER VIEW one AS SELECT id, name, code AS `odd ``c` FROM plain WHERE id > 1;
--! view algorithm => view one
ALTER ALGORITHM = MERGE SQL SECURITY INVOKER VIEW one AS SELECT id, name, code AS `odd ``c` FROM plain WHERE id > 1;
--! view check option => view cascaded
CREATE OR REPLACE VIEW cascaded AS SELECT * FROM parent WHERE c > 0 WITH LOCAL CHECK OPTION;
--! view dropped => view cascaded
DROP VIEW cascaded;
--! view session => view third_view
SET collation_connection = utf8mb4_bin;
CREATE OR REPLACE ALGORITHM=TEMPTABLE SQL SECURITY INVOKER VIEW third_view (x) AS SELECT count(*) FROM another;
--! trigger body => trigger child.gone
DROP TRIGGER gone;
CREATE TRIGGER gone AFTER UPDATE ON child FOR EACH ROW INSERT INTO memory_ VALUES (NEW.id + 1);
--! trigger order => trigger child.second_
DROP TRIGGER second_;
CREATE TRIGGER second_ BEFORE INSERT ON child FOR EACH ROW SET NEW.a = 2;
--! trigger mode => trigger child.gone
DROP TRIGGER gone;
SET sql_mode = 'PIPES_AS_CONCAT';
CREATE TRIGGER gone AFTER UPDATE ON child FOR EACH ROW INSERT INTO memory_ VALUES (NEW.id + 1);
--! trigger dropped => trigger child.third
DROP TRIGGER third;
--! procedure body => procedure nothing
DROP PROCEDURE nothing;
CREATE PROCEDURE nothing() SELECT 2;
--! procedure parameters => procedure nothing
DROP PROCEDURE nothing;
CREATE PROCEDURE nothing(a int) SELECT 2;
--! procedure comment => procedure nothing
ALTER PROCEDURE nothing COMMENT 'something';
--! procedure security => procedure nothing
ALTER PROCEDURE nothing SQL SECURITY INVOKER;
--! function result => function ansi_one
DROP FUNCTION ansi_one;
CREATE FUNCTION ansi_one() RETURNS bigint DETERMINISTIC RETURN 1;
--! function dropped => function ansi_one
DROP FUNCTION ansi_one;
--! event schedule => event nightly
ALTER EVENT nightly ON SCHEDULE EVERY 2 DAY STARTS '2030-01-01 03:00:00';
--! event state => event nightly
ALTER EVENT nightly DISABLE;
--! event completion => event nightly
ALTER EVENT nightly ON COMPLETION NOT PRESERVE;
--! event comment => event nightly
ALTER EVENT nightly COMMENT 'day';
--! event zone => event every `so
SET time_zone = '+03:00';
ALTER EVENT `every ``so` ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-06-01 03:00:00';
--! event dropped => event once
DROP EVENT once;
--! grant on a table => table parent
GRANT SELECT ON parent TO %role%;
--! grant on a column => table parent
GRANT UPDATE (c) ON parent TO %role%;
--! grant option => table parent
GRANT SELECT ON parent TO %role% WITH GRANT OPTION;
--! grant revoked => table parent
REVOKE SELECT ON parent FROM %role%;
--! grant on a view => view one
GRANT SELECT ON one TO %role%;
--! grant on the schema => schema %schema%
GRANT SELECT ON %schema%.* TO %role%;
--! schema collation => schema %schema%
ALTER DATABASE %schema% COLLATE utf8mb4_bin;
--! table dropped => table by_hash_named
DROP TABLE by_hash_named;
--! table renamed => table by_list2
RENAME TABLE by_list TO by_list2;
--! index invisible => index only_mysql.functional => MySQL
ALTER TABLE only_mysql ALTER INDEX functional INVISIBLE;
--! functional part => index only_mysql.functional_unique => MySQL
ALTER TABLE only_mysql DROP INDEX functional_unique, ADD UNIQUE KEY functional_unique ((id + 2));
--! check enforced => check constraint only_mysql.unchecked => MySQL
ALTER TABLE only_mysql ALTER CHECK unchecked ENFORCED;
--! spatial reference => table only_mysql => MySQL
ALTER TABLE only_mysql DROP INDEX spot;
ALTER TABLE only_mysql MODIFY spot point NOT NULL;
--! parser => index ngrams.grams => MySQL
ALTER TABLE ngrams DROP INDEX grams;
ALTER TABLE ngrams ADD FULLTEXT KEY grams (t) COMMENT 'parsed';
--! index ignored => index only_mariadb.ignored_ => MariaDB
ALTER TABLE only_mariadb ALTER INDEX ignored_ NOT IGNORED;
--! compression => table only_mariadb => MariaDB
ALTER TABLE only_mariadb PAGE_COMPRESSED = 0;
--! column compression => table only_mariadb => MariaDB
ALTER TABLE only_mariadb MODIFY squeezed text DEFAULT NULL;
--! check of a column => table only_mariadb => MariaDB
ALTER TABLE only_mariadb MODIFY v varchar(20);
--! versioning => table versioned => MariaDB
ALTER TABLE versioned DROP SYSTEM VERSIONING;
--! sequence cache => sequence numbers => MariaDB
ALTER SEQUENCE numbers CACHE 8;
--! sequence bounds => sequence numbers => MariaDB
ALTER SEQUENCE numbers MAXVALUE 20000;
--! sequence dropped => sequence down `s => MariaDB
DROP SEQUENCE `down ``s`;
