-- The second table of three has a value that does not fit.
ALTER TABLE a DROP COLUMN n, ADD COLUMN big bigint, ADD KEY a_v (v);
ALTER TABLE b MODIFY v varchar(10), ADD UNIQUE KEY b_once (a_id, v);
ALTER TABLE b DROP FOREIGN KEY b_of_a;
CREATE TABLE c (id int PRIMARY KEY);
ALTER TABLE a ADD CONSTRAINT a_small CHECK (v < 3);
DROP TABLE b;
