CREATE TABLE `plain` (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  tiny tinyint(1) NOT NULL DEFAULT 1,
  small smallint unsigned zerofill,
  amount decimal(12,3) NOT NULL DEFAULT '0.000',
  ratio double DEFAULT 1.5e10,
  single_ float,
  flag bit(3) DEFAULT b'101',
  code char(7) CHARACTER SET latin1 COLLATE latin1_german1_ci NOT NULL DEFAULT 'a''b\\c',
  name varchar(50) COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'it''s a "name"\nsecond line; \\ done',
  empty_ varchar(5) NOT NULL DEFAULT '',
  quoted varchar(20) DEFAULT 'NULL',
  looks varchar(40) DEFAULT 'current_timestamp()',
  bytes varbinary(8) DEFAULT 0x004142,
  fixed_ binary(4) NOT NULL DEFAULT 'ab',
  body longtext NOT NULL,
  image blob,
  day date DEFAULT '2020-02-29',
  at time(3) DEFAULT '12:30:00.500',
  made datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
  seen timestamp NULL DEFAULT NULL,
  touched timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  since year DEFAULT 2020,
  mood enum('sad','it''s','a,b','ü') NOT NULL DEFAULT 'it''s',
  tags set('x','y z') DEFAULT 'x,y z',
  doc json DEFAULT NULL,
  uid varchar(36) DEFAULT (uuid()),
  computed varchar(80) DEFAULT (concat('a ''b',char(10))),
  hidden int INVISIBLE DEFAULT 7,
  total decimal(14,3) GENERATED ALWAYS AS (amount * 2) STORED COMMENT 'twice',
  label varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci GENERATED ALWAYS AS (concat(code,'-',name)) VIRTUAL,
  PRIMARY KEY (id),
  UNIQUE KEY by_code (code, name(10) DESC) COMMENT 'a key''s comment',
  KEY by_day (day DESC, tiny),
  KEY by_body (body(20)),
  KEY by_total (total) ,
  FULLTEXT KEY words (body),
  CONSTRAINT positive CHECK (amount >= 0 and name <> 'it''s')
) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8 STATS_PERSISTENT=0 COMMENT='plain ''table'' \\ with\nall';
INSERT INTO plain (name, body) VALUES ('one', 'b');

CREATE TABLE `odd ``name'' "ü"` (
  `a ``b` int NOT NULL,
  `select` varchar(10) DEFAULT 'ü''"`',
  `'quoted'` int DEFAULT NULL,
  ` x` int GENERATED ALWAYS AS (`a ``b` + `'quoted'`) STORED,
  PRIMARY KEY (`a ``b`),
  KEY `key ``'' "` (`select`,`'quoted'`),
  CONSTRAINT `check ``'' "` CHECK (`a ``b` > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE a234567890b234567890c234567890d234567890e234567890f2345678904444 (
  c234567890b234567890c234567890d234567890e234567890f2345678904444 int,
  UNIQUE KEY k234567890b234567890c234567890d234567890e234567890f2345678904444 (c234567890b234567890c234567890d234567890e234567890f2345678904444)
);

CREATE TABLE parent (a int NOT NULL, b varchar(20) CHARACTER SET ascii NOT NULL, c int, PRIMARY KEY (a, b), UNIQUE KEY (c)) ENGINE=InnoDB;
CREATE TABLE child (
  id int AUTO_INCREMENT, a int, b varchar(20) CHARACTER SET ascii, up int, c int,
  PRIMARY KEY (id),
  KEY to_parent (a, b),
  CONSTRAINT to_parent FOREIGN KEY (a, b) REFERENCES parent (a, b) ON DELETE CASCADE ON UPDATE SET NULL,
  CONSTRAINT to_self FOREIGN KEY (up) REFERENCES child (id) ON DELETE RESTRICT,
  FOREIGN KEY (c) REFERENCES parent (c) ON DELETE NO ACTION ON UPDATE CASCADE
) ENGINE=InnoDB;
CREATE TABLE round_a (id int PRIMARY KEY, other int);
CREATE TABLE round_b (id int PRIMARY KEY, other int, CONSTRAINT b_to_a FOREIGN KEY (other) REFERENCES round_a (id));
ALTER TABLE round_a ADD CONSTRAINT a_to_b FOREIGN KEY (other) REFERENCES round_b (id);

CREATE TABLE places (id int PRIMARY KEY, spot point NOT NULL, area geometry, SPATIAL KEY spots (spot)) ENGINE=InnoDB;
CREATE TABLE memory_ (id int NOT NULL, KEY tree (id) USING BTREE, KEY hash_ (id) USING HASH) ENGINE=MEMORY MAX_ROWS=100;
CREATE TABLE isam (id int NOT NULL, v varchar(10) DEFAULT NULL, KEY packed (v)) ENGINE=MyISAM CHECKSUM=1 DELAY_KEY_WRITE=1 PACK_KEYS=1 AVG_ROW_LENGTH=50 MIN_ROWS=5 ROW_FORMAT=DYNAMIC CHARSET=latin1;

CREATE TABLE by_range (id int NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) ENGINE=InnoDB 
PARTITION BY RANGE (year(at)) (PARTITION p0 VALUES LESS THAN (2020) COMMENT = 'it''s old', PARTITION `p ``1` VALUES LESS THAN (2021), PARTITION pmax VALUES LESS THAN MAXVALUE);
CREATE TABLE by_columns (a int NOT NULL, b varchar(10) NOT NULL, PRIMARY KEY (a, b))
PARTITION BY RANGE COLUMNS (a, b) (PARTITION p0 VALUES LESS THAN (10, 'it''s'), PARTITION p1 VALUES LESS THAN (MAXVALUE, MAXVALUE));
CREATE TABLE by_list (a int, b int) PARTITION BY LIST (a) (PARTITION p0 VALUES IN (1, 2, NULL), PARTITION p1 VALUES IN (3));
CREATE TABLE by_list_columns (a varchar(10), b int) PARTITION BY LIST COLUMNS (a) (PARTITION p0 VALUES IN ('x', 'y''z'), PARTITION p1 VALUES IN (NULL));
CREATE TABLE by_hash (a int) PARTITION BY LINEAR HASH (a * 2) PARTITIONS 3;
CREATE TABLE by_key (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b)) PARTITION BY KEY (a) PARTITIONS 4;
CREATE TABLE by_key_default (a int NOT NULL PRIMARY KEY) PARTITION BY LINEAR KEY () PARTITIONS 2;
CREATE TABLE by_hash_named (a int) PARTITION BY HASH (a) (PARTITION first COMMENT = 'one', PARTITION second);
CREATE TABLE sub_default (a int NOT NULL, b int NOT NULL) PARTITION BY RANGE (a) SUBPARTITION BY HASH (b) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE TABLE sub_named (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (a) SUBPARTITION BY LINEAR KEY (b)
(PARTITION p0 VALUES IN (1) (SUBPARTITION `s 0` COMMENT = 'zero', SUBPARTITION s1), PARTITION p1 VALUES IN (2) (SUBPARTITION s2, SUBPARTITION s3));

DELIMITER //
CREATE FUNCTION twice(n int, s varchar(20) CHARACTER SET latin1) RETURNS varchar(40) CHARACTER SET utf8mb4 DETERMINISTIC NO SQL COMMENT 'it''s twice'
BEGIN
  -- the body's own comment; with a semicolon
  RETURN concat(n * 2, s, 'ü', "q");
END//
CREATE PROCEDURE `odd ``p`( IN a INT,OUT b decimal(10,2), INOUT c varchar(5) ) READS SQL DATA SQL SECURITY INVOKER
BEGIN DECLARE i int DEFAULT 0; SELECT max(id) INTO b FROM plain; SET c = 'x'; END//
CREATE PROCEDURE nothing() SELECT 1//
SET sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'//
CREATE PROCEDURE ansi() BEGIN SELECT "id", 'a\n' FROM "plain"; END//
CREATE FUNCTION ansi_one() RETURNS int DETERMINISTIC RETURN (SELECT count(*) FROM "parent")//
SET sql_mode = DEFAULT//
CREATE TRIGGER first_ BEFORE INSERT ON child FOR EACH ROW SET NEW.c = 1//
CREATE TRIGGER third BEFORE INSERT ON child FOR EACH ROW BEGIN SET NEW.up = NULL; SET NEW.b = 'it''s'; END//
CREATE TRIGGER second_ BEFORE INSERT ON child FOR EACH ROW FOLLOWS first_ SET NEW.a = 2//
CREATE TRIGGER `odd ``t` AFTER DELETE ON `odd ``name'' "ü"` FOR EACH ROW DELETE FROM parent WHERE a = OLD.`a ``b`//
CREATE TRIGGER gone AFTER UPDATE ON child FOR EACH ROW INSERT INTO memory_ VALUES (NEW.id)//
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' ENDS '2031-01-01 00:00:00' ON COMPLETION PRESERVE COMMENT 'it''s night' DO BEGIN DELETE FROM memory_; END//
CREATE EVENT once ON SCHEDULE AT '2035-05-05 05:05:05' DISABLE DO DELETE FROM child WHERE id = 'ü'//
SET time_zone = '+02:00'//
CREATE EVENT `every ``so` ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-06-01 03:00:00' DO SELECT 1//
SET time_zone = DEFAULT//
DELIMITER ;
CREATE VIEW one AS SELECT id, name, concat(code, 'it''s ü') AS `odd ``c` FROM plain WHERE id > 1;
CREATE VIEW another AS SELECT o.*, twice(o.id, 'x') AS t FROM one o JOIN parent p ON p.a = o.id;
CREATE ALGORITHM=TEMPTABLE SQL SECURITY INVOKER VIEW third_view (x) AS SELECT count(*) FROM another;
CREATE ALGORITHM=MERGE VIEW `checked ``v` AS SELECT * FROM parent WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW cascaded AS SELECT * FROM parent WHERE c > 0 WITH CASCADED CHECK OPTION;
