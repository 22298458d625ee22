-- Totals include the tax.
ALTER TABLE lines ALTER COLUMN total SET EXPRESSION AS (qty * price * 1.19);
