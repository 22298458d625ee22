-- SPDX-License-Identifier: Apache-2.0
-- The second opinion: the tables against the copies of witness.sql. Each query gives how many things were compared and how
-- many of them are wrong. Whom the application deleted has customer_no % 1000 = 1, whom it renamed customer_no % 50 = 10.

-- columns: names, types, order, defaults
SELECT (SELECT count(*) FROM quickstart_witness.shape), count(*) FROM (
    SELECT line FROM (
        SELECT line, 1 AS side FROM quickstart_witness.shape
        UNION ALL
        SELECT concat_ws(' ', table_name, column_name, ordinal_position, column_type, collation_name, is_nullable,
                         column_default, extra, column_comment), -1
        FROM information_schema.columns WHERE table_schema = 'journal') both_sides
    GROUP BY line HAVING sum(side) <> 0) different

-- keys, indexes and constraints
SELECT (SELECT count(*) FROM quickstart_witness.rules), count(*) FROM (
    SELECT line FROM (
        SELECT line, 1 AS side FROM quickstart_witness.rules
        UNION ALL
        SELECT concat_ws(' ', table_name, index_name, seq_in_index, column_name, sub_part, non_unique), -1
        FROM information_schema.statistics WHERE table_schema = 'journal'
        UNION ALL
        SELECT concat_ws(' ', table_name, constraint_name, referenced_table_name, delete_rule), -1
        FROM information_schema.referential_constraints WHERE constraint_schema = 'journal'
        UNION ALL
        SELECT concat_ws(' ', constraint_name, check_clause), -1
        FROM information_schema.check_constraints WHERE constraint_schema = 'journal') both_sides
    GROUP BY line HAVING sum(side) <> 0) different

-- users nobody touched, byte for byte
SELECT count(*), sum(NOT (u.id IS NOT NULL AND u.email = w.email AND u.phone <=> w.phone AND u.display_name = w.display_name
    AND u.is_active = w.is_active AND u.created_at = w.created_at AND u.updated_at = w.updated_at))
FROM quickstart_witness.users w LEFT JOIN journal.users u ON u.id = w.id
WHERE NOT (w.customer_no % 1000 = 1) AND NOT (w.customer_no % 50 = 10)

-- keys that were upper-case still are
SELECT count(*), sum(u.id IS NULL) FROM quickstart_witness.users w LEFT JOIN journal.users u ON u.id = w.id
WHERE w.id <> lower(w.id) AND NOT (w.customer_no % 1000 = 1)

-- phone numbers, dropped by the migration
SELECT count(*), sum(NOT (u.phone <=> w.phone)) FROM quickstart_witness.users w LEFT JOIN journal.users u ON u.id = w.id
WHERE w.phone IS NOT NULL AND NOT (w.customer_no % 1000 = 1)

-- journal entries
SELECT count(*), sum(NOT (t.id IS NOT NULL AND t.user_id = b.user_id AND t.mood = b.mood AND t.body = b.body
    AND t.letters = b.letters AND t.written_at = b.written_at))
FROM quickstart_witness.journal_entries b JOIN quickstart_witness.users w ON w.id = b.user_id AND NOT (w.customer_no % 1000 = 1)
LEFT JOIN journal.journal_entries t ON t.id = b.id

-- tags
SELECT count(*), sum(NOT (t.id IS NOT NULL AND t.entry_id = b.entry_id AND t.name = b.name))
FROM quickstart_witness.tags b JOIN quickstart_witness.journal_entries e ON e.id = b.entry_id
JOIN quickstart_witness.users w ON w.id = e.user_id AND NOT (w.customer_no % 1000 = 1)
LEFT JOIN journal.tags t ON t.id = b.id

-- reminders
SELECT count(*), sum(NOT (t.id IS NOT NULL AND t.user_id = b.user_id AND t.remind_at = b.remind_at AND t.message <=> b.message))
FROM quickstart_witness.reminders b JOIN quickstart_witness.users w ON w.id = b.user_id AND NOT (w.customer_no % 1000 = 1)
LEFT JOIN journal.reminders t ON t.id = b.id

-- metrics, in one table again
SELECT count(*), sum(NOT (t.id IS NOT NULL AND t.device = b.device AND t.value = b.value AND t.taken_at = b.taken_at))
    + (SELECT count(*) FROM information_schema.partitions
       WHERE table_schema = 'journal' AND partition_name IS NOT NULL)
FROM quickstart_witness.metrics b LEFT JOIN journal.metrics t ON t.id = b.id

-- people who came since, with entry and tag
SELECT ${new_users}, ${new_users} - count(*) FROM journal.users u
JOIN journal.journal_entries e ON e.user_id = u.id JOIN journal.tags t ON t.entry_id = e.id AND t.name = 'first'
WHERE u.email LIKE 'new%'

-- people who renamed themselves since
SELECT count(*), sum(NOT (u.display_name <=> concat('Renamed ', w.customer_no)))
FROM quickstart_witness.users w LEFT JOIN journal.users u ON u.id = w.id WHERE w.customer_no % 50 = 10

-- people who left since, and stay away
SELECT count(*), count(u.id) FROM quickstart_witness.users w LEFT JOIN journal.users u ON u.id = w.id
WHERE w.customer_no % 1000 = 1

-- metrics measured since
SELECT ${new_metrics}, ${new_metrics} - count(*) FROM journal.metrics WHERE value = 1.25 AND taken_at > '2025-12-30'
