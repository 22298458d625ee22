-- SPDX-License-Identifier: Apache-2.0
-- Plain copies, made before the migration, which the library knows nothing of.
CREATE DATABASE quickstart_witness CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
USE quickstart_witness;
CREATE TABLE users (PRIMARY KEY (id)) AS SELECT * FROM journal.users;
CREATE TABLE journal_entries (PRIMARY KEY (id)) AS SELECT * FROM journal.journal_entries;
CREATE TABLE tags (PRIMARY KEY (id)) AS SELECT * FROM journal.tags;
CREATE TABLE reminders (PRIMARY KEY (id)) AS SELECT * FROM journal.reminders;
CREATE TABLE metrics (PRIMARY KEY (id)) AS SELECT * FROM journal.metrics;
CREATE TABLE shape AS
    SELECT concat_ws(' ', table_name, column_name, ordinal_position, column_type, collation_name, is_nullable, column_default,
                     extra, column_comment) AS line FROM information_schema.columns WHERE table_schema = 'journal';
CREATE TABLE rules AS
    SELECT concat_ws(' ', table_name, index_name, seq_in_index, column_name, sub_part, non_unique) AS line
    FROM information_schema.statistics WHERE table_schema = 'journal'
    UNION ALL SELECT concat_ws(' ', table_name, constraint_name, referenced_table_name, delete_rule)
    FROM information_schema.referential_constraints WHERE constraint_schema = 'journal'
    UNION ALL SELECT concat_ws(' ', constraint_name, check_clause)
    FROM information_schema.check_constraints WHERE constraint_schema = 'journal';
