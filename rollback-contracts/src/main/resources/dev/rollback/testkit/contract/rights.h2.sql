-- SPDX-License-Identifier: Apache-2.0
--@ grants
ALTER USER %user% ADMIN TRUE;
--@ before
CREATE TABLE countries (code varchar(9) PRIMARY KEY);
CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) NOT NULL, code varchar(20), country varchar(9),
    CONSTRAINT country_fk FOREIGN KEY (country) REFERENCES countries (code));
INSERT INTO countries VALUES ('ch');
INSERT INTO customers VALUES (1, 'one', '1', 'ch'), (2, 'two', '2', 'ch');
CREATE VIEW names AS SELECT id, name, country FROM customers;
--@ migrate
DROP VIEW names;
ALTER TABLE customers DROP COLUMN name;
CREATE VIEW names AS SELECT id, country FROM customers;
--@ capture
--! is no administrator (ADMIN)
ALTER USER %user% ADMIN FALSE;
--! back
ALTER USER %user% ADMIN TRUE;
--@ run
--! is no administrator (ADMIN)
ALTER USER %user% ADMIN FALSE;
--! back
ALTER USER %user% ADMIN TRUE;
