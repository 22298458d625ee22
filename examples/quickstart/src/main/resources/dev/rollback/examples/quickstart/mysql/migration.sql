-- SPDX-License-Identifier: Apache-2.0
-- v42, as a careful team would write it; only a way back was never written.
USE journal;
-- 1. Keys get a type of their length that takes less room, in all tables and foreign keys.
DROP VIEW user_activity, active_users;
ALTER TABLE journal_entries DROP FOREIGN KEY entries_user;
ALTER TABLE tags DROP FOREIGN KEY tags_entry;
ALTER TABLE reminders DROP FOREIGN KEY reminders_user;
ALTER TABLE users MODIFY id char(36) CHARACTER SET ascii NOT NULL;
ALTER TABLE journal_entries MODIFY id char(36) CHARACTER SET ascii NOT NULL, MODIFY user_id char(36) CHARACTER SET ascii NOT NULL;
ALTER TABLE tags MODIFY id char(36) CHARACTER SET ascii NOT NULL, MODIFY entry_id char(36) CHARACTER SET ascii NOT NULL;
ALTER TABLE reminders MODIFY id char(36) CHARACTER SET ascii NOT NULL, MODIFY user_id char(36) CHARACTER SET ascii NOT NULL;
ALTER TABLE journal_entries ADD CONSTRAINT entries_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE tags ADD CONSTRAINT tags_entry FOREIGN KEY (entry_id) REFERENCES journal_entries (id) ON DELETE CASCADE;
ALTER TABLE reminders ADD CONSTRAINT reminders_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
-- 2. A column goes, one is cut short, one comes.
UPDATE users SET display_name = left(display_name, 24), updated_at = updated_at;
ALTER TABLE users DROP COLUMN phone, MODIFY display_name varchar(24) NOT NULL, ADD locale varchar(5) NOT NULL DEFAULT 'en';
CREATE VIEW active_users AS
    SELECT id, email, display_name, locale FROM users WHERE is_active;
-- 3. A quarter of metrics is a partition.
ALTER TABLE metrics DROP PRIMARY KEY, ADD PRIMARY KEY (id, taken_at)
PARTITION BY RANGE COLUMNS (taken_at) (
    PARTITION p2024_1 VALUES LESS THAN ('2024-04-01'), PARTITION p2024_2 VALUES LESS THAN ('2024-07-01'),
    PARTITION p2024_3 VALUES LESS THAN ('2024-10-01'), PARTITION p2024_4 VALUES LESS THAN ('2025-01-01'),
    PARTITION p2025_1 VALUES LESS THAN ('2025-04-01'), PARTITION p2025_2 VALUES LESS THAN ('2025-07-01'),
    PARTITION p2025_3 VALUES LESS THAN ('2025-10-01'), PARTITION p2025_4 VALUES LESS THAN ('2026-01-01'));
