CREATE TABLE c (id int PRIMARY KEY, a int, b int, CONSTRAINT c_chk_1 CHECK (a > 0), CONSTRAINT c_off CHECK (b < 1000), CONSTRAINT c_on CHECK (a <> b));
INSERT INTO c VALUES (1,1,100),(2,2,1),(3,3,1);
