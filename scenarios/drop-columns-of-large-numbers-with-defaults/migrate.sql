-- Columns that hold more digits than a double, with defaults, which a catalog may write as texts
ALTER TABLE measures DROP COLUMN total;
ALTER TABLE measures DROP COLUMN serial;
ALTER TABLE measures DROP COLUMN amount;
