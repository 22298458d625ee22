CREATE TABLE branches (no varchar(6) PRIMARY KEY, city text);
CREATE TABLE desks (branch_no varchar(6) CONSTRAINT desks_branch_fk REFERENCES branches ON UPDATE CASCADE, desk integer, PRIMARY KEY (branch_no, desk));
INSERT INTO branches VALUES ('001', 'Bonn'), ('0020', 'Ulm'), ('3', 'Jena'), ('  4', 'Kiel'), ('+5', 'Trier');
INSERT INTO desks SELECT no, d FROM branches, generate_series(1, 2) d;
