-- The old module is switched off.
DROP SCHEMA legacy CASCADE;
