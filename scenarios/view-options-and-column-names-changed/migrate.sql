-- Views get other options and names.
ALTER VIEW open_base RESET (security_barrier, check_option);
ALTER VIEW open_base SET (security_invoker = true);
ALTER VIEW names RENAME COLUMN name TO label;
ALTER VIEW names RENAME TO labels;
DROP VIEW gone;
CREATE VIEW fresh AS SELECT id FROM base WHERE a IS NULL;
