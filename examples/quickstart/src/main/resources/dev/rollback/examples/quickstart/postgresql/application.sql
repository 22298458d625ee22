-- SPDX-License-Identifier: Apache-2.0
-- The new release at work, in the new shape: what must survive the way back.
SET search_path = journal;
SET TimeZone = 'UTC';

-- New people with new keys, and what they write.
INSERT INTO users (id, email, display_name, locale)
SELECT md5('new user ' || n)::uuid, 'new' || n || '@example.org', 'New here: ' || n, CASE WHEN n % 4 = 0 THEN 'de' ELSE 'en' END
FROM generate_series(1, ${new_users}) n;
INSERT INTO journal_entries (id, user_id, mood, body, written_at)
SELECT md5('new entry ' || n)::uuid, md5('new user ' || n)::uuid, 5, 'My first entry', timestamptz '2025-12-24 UTC'
FROM generate_series(1, ${new_users}) n;
INSERT INTO tags (id, entry_id, name)
SELECT md5('new tag ' || n)::uuid, md5('new entry ' || n)::uuid, 'first'
FROM generate_series(1, ${new_users}) n;

-- Some rename themselves, some leave and take their journal along.
UPDATE users SET display_name = 'Renamed ' || customer_no WHERE customer_no % 50 = 10 AND email LIKE 'user%';
DELETE FROM users WHERE customer_no % 1000 = 1 AND email LIKE 'user%';

-- Measuring goes on. The widened key lets a number appear twice: a device sent its last three values again.
INSERT INTO metrics (device, value, taken_at)
SELECT n % 500, 1.25, timestamptz '2025-12-30 UTC' + n * interval '1 second'
FROM generate_series(1, ${new_metrics}) n;
INSERT INTO metrics (id, device, value, taken_at)
SELECT n, n % 500, 999.99, timestamptz '2025-12-31 UTC' FROM generate_series(1, 3) n;
