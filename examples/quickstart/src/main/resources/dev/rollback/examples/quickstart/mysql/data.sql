-- SPDX-License-Identifier: Apache-2.0
-- Set by set, not row by row. How many of each stands between ${ and }.
USE journal;
SET time_zone = '+00:00';
-- Seven digits in every order: numbers from 0 to 9,999,999.
CREATE TABLE digits AS SELECT 0 AS d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6
    UNION SELECT 7 UNION SELECT 8 UNION SELECT 9;
CREATE VIEW numbers AS
    SELECT a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d + 1000000 * g.d AS n
    FROM digits a, digits b, digits c, digits d, digits e, digits f, digits g;

-- One key in seven is in upper case.
INSERT INTO users (id, customer_no, email, phone, display_name, is_active, created_at, updated_at)
SELECT concat_ws('-', substr(h, 1, 8), substr(h, 9, 4), substr(h, 13, 4), substr(h, 17, 4), substr(h, 21, 12)), n, concat('user', n, '@example.org'),
       CASE WHEN n % 3 > 0 THEN concat('+49 30 ', lpad(n, 8, '0')) END,
       concat('Number ', n, ' of the people who keep a journal'), n % 10 > 0,
       timestamp('2023-01-01') + INTERVAL n * 5 MINUTE, timestamp('2023-01-01') + INTERVAL n * 5 MINUTE
FROM (SELECT n, sha2(concat('user ', n), 256) AS h FROM numbers WHERE n BETWEEN 1 AND ${users}) hashed;
UPDATE users SET id = upper(id), updated_at = updated_at WHERE customer_no % 7 = 0;
INSERT INTO journal_entries (id, user_id, mood, body, written_at)
SELECT left(sha2(concat('entry ', n), 256), 36), u.id, 1 + n % 5, concat('Entry ', n, ': ', repeat('lorem ipsum ', n % 12)),
       timestamp('2024-01-01') + INTERVAL n * 3 MINUTE
FROM numbers JOIN users u ON u.customer_no = 1 + n % ${users} WHERE n BETWEEN 1 AND ${entries};
INSERT INTO tags (id, entry_id, name)
SELECT left(sha2(concat('tag ', n), 256), 36), left(sha2(concat('entry ', n), 256), 36), concat('topic ', n % 40)
FROM numbers WHERE n BETWEEN 1 AND ${tags};
INSERT INTO reminders (id, user_id, remind_at, message)
SELECT left(sha2(concat('reminder ', n), 256), 36), u.id, timestamp('2026-01-01') + INTERVAL n HOUR, 'Write!'
FROM numbers JOIN users u ON u.customer_no = n WHERE n BETWEEN 1 AND ${reminders};
INSERT INTO metrics (device, value, taken_at)
SELECT n % 500, (n * 37 % 100000) / 100.0, timestamp('2024-01-01') + INTERVAL n * (730 * 1440 / ${metrics}) MINUTE
FROM numbers WHERE n BETWEEN 1 AND ${metrics};
DROP VIEW numbers;
DROP TABLE digits;
