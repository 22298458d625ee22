-- SPDX-License-Identifier: Apache-2.0
-- Plain copies, made before the migration, which the library knows nothing of.
SET search_path = journal;
SET TimeZone = 'UTC';
CREATE SCHEMA quickstart_witness;
CREATE TABLE quickstart_witness.users AS TABLE journal.users;
CREATE TABLE quickstart_witness.journal_entries AS TABLE journal.journal_entries;
CREATE TABLE quickstart_witness.tags AS TABLE journal.tags;
CREATE TABLE quickstart_witness.reminders AS TABLE journal.reminders;
CREATE TABLE quickstart_witness.metrics AS TABLE journal.metrics;
CREATE TABLE quickstart_witness.columns AS
    SELECT table_name::text, column_name::text, ordinal_position::int, data_type::text,
           character_maximum_length::int, is_nullable::text, column_default::text
    FROM information_schema.columns WHERE table_schema = 'journal';
CREATE TABLE quickstart_witness.constraints AS
    SELECT c.relname::text, o.conname::text, pg_get_constraintdef(o.oid) AS definition
    FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
    WHERE o.connamespace = 'journal'::regnamespace;
CREATE TABLE quickstart_witness.relations AS
    SELECT relname::text, relkind::text FROM pg_class WHERE relnamespace = 'journal'::regnamespace;
