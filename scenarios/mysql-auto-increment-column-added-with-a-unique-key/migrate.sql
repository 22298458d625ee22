-- Every row is counted, beside its key.
ALTER TABLE k ADD n bigint unsigned NOT NULL AUTO_INCREMENT UNIQUE;
