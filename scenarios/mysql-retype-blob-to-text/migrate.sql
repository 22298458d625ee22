-- The bytes are letters.
ALTER TABLE t MODIFY p varchar(40) CHARACTER SET utf8mb4;
