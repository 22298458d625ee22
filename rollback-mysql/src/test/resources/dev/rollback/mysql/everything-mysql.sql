CREATE TABLE only_mysql (
  id int NOT NULL,
  v varchar(20),
  doc json,
  spot point NOT NULL SRID 4326,
  j json DEFAULT (json_array()),
  PRIMARY KEY (id),
  KEY functional ((lower(`v`)), id DESC, (cast(doc->'$.a' as unsigned)) DESC),
  UNIQUE KEY functional_unique ((id + 1)),
  KEY many ((cast(doc->'$.list' as unsigned array))),
  KEY unseen (v) INVISIBLE,
  SPATIAL KEY (spot),
  CONSTRAINT unchecked CHECK (id > 5) NOT ENFORCED,
  CONSTRAINT json_check CHECK (json_valid(doc))
) ENGINE=InnoDB ENCRYPTION='N' STATS_SAMPLE_PAGES=7 STATS_AUTO_RECALC=1;
CREATE TABLE ngrams (id int PRIMARY KEY, t text, FULLTEXT KEY grams (t) WITH PARSER ngram COMMENT 'parsed', KEY sized (id) KEY_BLOCK_SIZE=4);
