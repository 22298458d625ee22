-- Rows are rewritten and committed between the statements, and then a key fails.
ALTER TABLE a ADD COLUMN kind varchar(10);
UPDATE a SET kind = IF(v > 1, 'large', 'small');
ALTER TABLE a MODIFY kind varchar(10) NOT NULL, DROP COLUMN n;
INSERT INTO a (id, v, kind) VALUES (100, 100, 'seed');
DELETE FROM b WHERE id = 1;
ALTER TABLE a ADD UNIQUE KEY a_kind (kind);
DROP TABLE b;
