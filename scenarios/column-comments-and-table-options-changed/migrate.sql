-- Everything is told anew.
ALTER TABLE t MODIFY a varchar(10) COMMENT 'new', MODIFY b int COMMENT 'b at last';
ALTER TABLE t COMMENT='new words', ROW_FORMAT=COMPACT, STATS_PERSISTENT=0;
