-- More partitions, by another rule.
ALTER TABLE counters PARTITION BY KEY (id) PARTITIONS 5;
