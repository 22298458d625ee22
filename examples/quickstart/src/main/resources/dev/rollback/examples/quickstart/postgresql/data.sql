-- SPDX-License-Identifier: Apache-2.0
-- Set by set, not row by row. How many of each stands between ${ and }.
SET search_path = journal;
SET TimeZone = 'UTC';

-- One key in seven is in upper case: a uuid column will not remember that, the backup does.
INSERT INTO users (id, email, phone, display_name, is_active, created_at)
SELECT CASE WHEN n % 7 = 0 THEN upper(key) ELSE key END,
       'user' || n || '@example.org',
       CASE WHEN n % 3 > 0 THEN '+49 30 ' || lpad(n::text, 8, '0') END,
       'Number ' || n || ' of the people who keep a journal',
       n % 10 > 0,
       timestamptz '2023-01-01 UTC' + n * interval '5 minutes'
FROM generate_series(1, ${users}) n,
     LATERAL (SELECT md5('user ' || n)::uuid::text AS key) k
ORDER BY n;

INSERT INTO journal_entries (id, user_id, mood, body, written_at)
SELECT md5('entry ' || n)::uuid::text, u.id, 1 + n % 5, 'Entry ' || n || ': ' || repeat('lorem ipsum ', n % 12),
       timestamptz '2024-01-01 UTC' + n * interval '3 minutes'
FROM generate_series(1, ${entries}) n
JOIN users u ON u.customer_no = 1 + n % ${users};

INSERT INTO tags (id, entry_id, name)
SELECT md5('tag ' || n)::uuid::text, md5('entry ' || n)::uuid::text, 'topic ' || n % 40
FROM generate_series(1, ${tags}) n;

INSERT INTO reminders (id, user_id, remind_at, message)
SELECT md5('reminder ' || n)::uuid::text, u.id, timestamptz '2026-01-01 UTC' + n * interval '1 hour', 'Write!'
FROM generate_series(1, ${reminders}) n
JOIN users u ON u.customer_no = n;

INSERT INTO metrics (device, value, taken_at)
SELECT n % 500, (n * 37 % 100000) / 100.0,
       timestamptz '2024-01-01 UTC' + n * (interval '730 days' / ${metrics})
FROM generate_series(1, ${metrics}) n;
