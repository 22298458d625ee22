CREATE TABLE branches (no varchar(6) CONSTRAINT branches_pkey PRIMARY KEY, city varchar);
CREATE TABLE desks (branch_no varchar(6) CONSTRAINT desks_branch_fk REFERENCES branches ON UPDATE CASCADE, desk integer, CONSTRAINT desks_pkey PRIMARY KEY (branch_no, desk));
INSERT INTO branches VALUES ('001', 'Bonn'), ('0020', 'Ulm'), ('3', 'Jena'), ('  4', 'Kiel'), ('+5', 'Trier');
INSERT INTO desks SELECT no, d FROM branches, (SELECT CAST(x AS integer) AS d FROM SYSTEM_RANGE(1, 2)) s;
