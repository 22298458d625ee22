-- The columns stand as they are read.
ALTER TABLE t MODIFY c date FIRST, MODIFY a int AFTER b;
