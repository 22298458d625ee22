CREATE TABLE t (id int unsigned NOT NULL AUTO_INCREMENT, gone varchar(10), n smallint, PRIMARY KEY (id)) AUTO_INCREMENT=100;
INSERT INTO t (gone, n) VALUES ('a', 1), ('b', 2), (NULL, NULL);
