CREATE TABLE f (id int PRIMARY KEY, a int, b varchar(300), doc json, KEY f_up (b), KEY f_mix (a DESC, id), KEY f_pre (b(10) DESC, a), UNIQUE KEY f_once (a));
INSERT INTO f (id, a, b) VALUES (1,1,'x'),(2,2,'y'),(3,3,'z');
