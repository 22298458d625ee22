CREATE TABLE g (id int PRIMARY KEY, a varchar(20), up varchar(20) GENERATED ALWAYS AS (ucase(a)) STORED COMMENT 'in capitals', hidden int INVISIBLE DEFAULT 5);
INSERT INTO g (id, a, hidden) VALUES (1,'x',1),(2,'y',2),(3,'z',3);
