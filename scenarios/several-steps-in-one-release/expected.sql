INSERT INTO todo (what, due) VALUES ('New task', '2024-12-01');
INSERT INTO labels VALUES (11, 'new');
UPDATE todo SET what = 'Changed' WHERE id = 1;
UPDATE todo SET due = '2025-01-01' WHERE id = 2;
DELETE FROM todo WHERE id = 3;
