-- Which laboratory it was does not matter any more.
ALTER TABLE samples DROP COLUMN lab;
