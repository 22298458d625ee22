-- Text of all languages.
ALTER TABLE t MODIFY a varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
ALTER TABLE t DROP INDEX t_b, MODIFY b varchar(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
