-- Branch numbers are numbers.
ALTER TABLE desks DROP CONSTRAINT desks_branch_fk;
ALTER TABLE branches ALTER COLUMN no SET DATA TYPE integer USING no::integer;
ALTER TABLE desks ALTER COLUMN branch_no SET DATA TYPE integer USING branch_no::integer;
ALTER TABLE desks ADD CONSTRAINT desks_branch_fk FOREIGN KEY (branch_no) REFERENCES branches ON UPDATE CASCADE;
