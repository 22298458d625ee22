-- SPDX-License-Identifier: Apache-2.0
-- The new release at work, in the new shape: what must survive the way back.
USE journal;
SET time_zone = '+00:00';
-- New people with new keys, and what they write.
INSERT INTO users (id, email, display_name, locale)
SELECT left(sha2(concat('new user ', n), 256), 36), concat('new', n, '@example.org'), concat('New here: ', n), CASE WHEN n % 4 = 0 THEN 'de' ELSE 'en' END
FROM (SELECT customer_no AS n FROM quickstart_witness.users WHERE customer_no <= ${new_users}) numbers;
INSERT INTO journal_entries (id, user_id, mood, body, written_at)
SELECT left(sha2(concat('new entry ', n), 256), 36), left(sha2(concat('new user ', n), 256), 36), 5, 'My first entry', '2025-12-24'
FROM (SELECT customer_no AS n FROM quickstart_witness.users WHERE customer_no <= ${new_users}) numbers;
INSERT INTO tags (id, entry_id, name)
SELECT left(sha2(concat('new tag ', n), 256), 36), left(sha2(concat('new entry ', n), 256), 36), 'first'
FROM (SELECT customer_no AS n FROM quickstart_witness.users WHERE customer_no <= ${new_users}) numbers;
-- Some rename themselves, some leave and take their journal along.
UPDATE users SET display_name = concat('Renamed ', customer_no) WHERE customer_no % 50 = 10 AND email LIKE 'user%';
DELETE FROM users WHERE customer_no % 1000 = 1 AND email LIKE 'user%';
-- Measuring goes on. The widened key lets a number appear twice: a device sent its last three values again.
INSERT INTO metrics (device, value, taken_at)
SELECT id % 500, 1.25, timestamp('2025-12-30') + INTERVAL id SECOND FROM quickstart_witness.metrics WHERE id <= ${new_metrics};
INSERT INTO metrics (id, device, value, taken_at)
SELECT id, id % 500, 999.99, '2025-12-31' FROM quickstart_witness.metrics WHERE id <= 3;
