CREATE TABLE t (id int NOT NULL PRIMARY KEY, a varchar(10) COMMENT 'it''s "a" \\ back', b int COMMENT '') COMMENT='old `words`' ROW_FORMAT=DYNAMIC STATS_PERSISTENT=1;
INSERT INTO t VALUES (1, 'a', 1), (2, NULL, 2);
