CREATE TABLE members (id int PRIMARY KEY, nick varchar(20), born date, mail varchar(50));
INSERT INTO members VALUES (1, 'ann', '1990-01-01', 'a@x'), (2, 'bob', '1991-02-02', 'b@x'), (3, 'cid', '1992-03-03', NULL), (4, 'dan', NULL, 'd@x');
