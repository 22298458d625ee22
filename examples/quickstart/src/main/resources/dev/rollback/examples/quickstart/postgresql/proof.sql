-- SPDX-License-Identifier: Apache-2.0
-- The second opinion: the tables against the copies of witness.sql. Each query gives how many things were compared and how
-- many of them are wrong. Whom the application deleted has customer_no % 1000 = 1, whom it renamed customer_no % 50 = 10.

-- columns: names, types, order, defaults
WITH before AS (TABLE quickstart_witness.columns), after AS (
    SELECT table_name::text, column_name::text, ordinal_position::int, data_type::text,
           character_maximum_length::int, is_nullable::text, column_default::text
    FROM information_schema.columns WHERE table_schema = 'journal')
SELECT (SELECT count(*) FROM before),
       (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE after) x)
     + (SELECT count(*) FROM (TABLE after EXCEPT ALL TABLE before) y)

-- keys and constraints
WITH before AS (TABLE quickstart_witness.constraints), after AS (
    SELECT c.relname::text, o.conname::text, pg_get_constraintdef(o.oid)
    FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
    WHERE o.connamespace = 'journal'::regnamespace)
SELECT (SELECT count(*) FROM before),
       (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE after) x)
     + (SELECT count(*) FROM (TABLE after EXCEPT ALL TABLE before) y)

-- tables, views, indexes, sequences
WITH before AS (TABLE quickstart_witness.relations), after AS (
    SELECT relname::text, relkind::text FROM pg_class WHERE relnamespace = 'journal'::regnamespace)
SELECT (SELECT count(*) FROM before),
       (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE after) x)
     + (SELECT count(*) FROM (TABLE after EXCEPT ALL TABLE before) y)

-- users nobody touched, byte for byte
WITH before AS (
    SELECT * FROM quickstart_witness.users w WHERE NOT (w.customer_no % 1000 = 1) AND NOT (w.customer_no % 50 = 10))
SELECT (SELECT count(*) FROM before), (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE users) x)

-- keys that were upper-case still are
SELECT count(*), count(*) FILTER (WHERE u.id IS NULL)
FROM quickstart_witness.users w LEFT JOIN users u USING (id)
WHERE w.id <> lower(w.id) AND NOT (w.customer_no % 1000 = 1)

-- phone numbers, dropped by the migration
SELECT count(*), count(*) FILTER (WHERE u.phone IS DISTINCT FROM w.phone)
FROM quickstart_witness.users w LEFT JOIN users u USING (id)
WHERE w.phone IS NOT NULL AND NOT (w.customer_no % 1000 = 1)

-- journal entries
WITH before AS (
    SELECT t.* FROM quickstart_witness.journal_entries t
    JOIN quickstart_witness.users w ON w.id = t.user_id AND NOT (w.customer_no % 1000 = 1))
SELECT (SELECT count(*) FROM before), (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE journal_entries) x)

-- tags
WITH before AS (
    SELECT t.* FROM quickstart_witness.tags t
    JOIN quickstart_witness.journal_entries e ON e.id = t.entry_id
    JOIN quickstart_witness.users w ON w.id = e.user_id AND NOT (w.customer_no % 1000 = 1))
SELECT (SELECT count(*) FROM before), (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE tags) x)

-- reminders
WITH before AS (
    SELECT t.* FROM quickstart_witness.reminders t
    JOIN quickstart_witness.users w ON w.id = t.user_id AND NOT (w.customer_no % 1000 = 1))
SELECT (SELECT count(*) FROM before), (SELECT count(*) FROM (TABLE before EXCEPT ALL TABLE reminders) x)

-- metrics, in one table again
SELECT (SELECT count(*) FROM quickstart_witness.metrics),
       (SELECT count(*) FROM (TABLE quickstart_witness.metrics EXCEPT ALL SELECT * FROM ONLY metrics) x)

-- people who came since, with entry and tag
SELECT ${new_users}, ${new_users} - count(*) FROM users u
JOIN journal_entries e ON e.user_id = u.id JOIN tags t ON t.entry_id = e.id AND t.name = 'first'
WHERE u.email LIKE 'new%'

-- people who renamed themselves since
SELECT count(*), count(*) FILTER (WHERE u.display_name IS DISTINCT FROM 'Renamed ' || w.customer_no)
FROM quickstart_witness.users w LEFT JOIN users u USING (id) WHERE w.customer_no % 50 = 10

-- people who left since, and stay away
SELECT count(*), count(u.id) FROM quickstart_witness.users w LEFT JOIN users u USING (id) WHERE w.customer_no % 1000 = 1

-- metrics measured since
SELECT ${new_metrics}, ${new_metrics} - count(*) FROM metrics WHERE value = 1.25 AND taken_at > '2025-12-30'
