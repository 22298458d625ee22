-- A copy is filled and takes the place, and dropping the original fails as children point to it.
CREATE TABLE b_new (id int PRIMARY KEY AUTO_INCREMENT, a_id int NOT NULL, v bigint, note varchar(10), KEY b_a (a_id));
INSERT INTO b_new (id, a_id, v) SELECT id, a_id, v FROM b;
RENAME TABLE b TO b_old, b_new TO b;
DROP TABLE a;
DROP TABLE b_old;
