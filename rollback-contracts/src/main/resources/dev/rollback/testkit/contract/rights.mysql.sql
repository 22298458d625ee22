-- SPDX-License-Identifier: Apache-2.0
--@ grants
GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, LOCK TABLES ON %schema%.* TO %user%;
GRANT CREATE, DROP, ALTER, INSERT, SELECT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON %backup%.* TO %user%;
--@ before
CREATE TABLE countries (code varchar(9) PRIMARY KEY);
CREATE TABLE customers (id integer PRIMARY KEY, name varchar(40) NOT NULL, code varchar(20), country varchar(9),
    CONSTRAINT country_fk FOREIGN KEY (country) REFERENCES countries (code), KEY by_code (code));
INSERT INTO countries VALUES ('ch');
INSERT INTO customers VALUES (1, 'one', '1', 'ch'), (2, 'two', '2', 'ch');
CREATE VIEW names AS SELECT id, name, country FROM customers;
CREATE TRIGGER stamp BEFORE INSERT ON customers FOR EACH ROW SET NEW.code = '7';
CREATE PROCEDURE tidy() DELETE FROM customers WHERE id < 0;
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM customers WHERE id < 0;
--@ migrate
DROP VIEW names;
DROP TRIGGER stamp;
DROP PROCEDURE tidy;
DROP EVENT nightly;
ALTER TABLE customers DROP COLUMN name, DROP FOREIGN KEY country_fk, DROP KEY by_code;
CREATE VIEW added AS SELECT id FROM customers;
CREATE FUNCTION one() RETURNS integer DETERMINISTIC RETURN 1;
CREATE EVENT hourly ON SCHEDULE EVERY 1 HOUR DISABLE DO DELETE FROM customers WHERE id < 0;
--@ capture
--! SELECT
REVOKE SELECT ON %schema%.* FROM %user%;
--! SHOW VIEW
REVOKE SHOW VIEW ON %schema%.* FROM %user%;
--! TRIGGER
REVOKE TRIGGER ON %schema%.* FROM %user%;
--! EVENT
REVOKE EVENT ON %schema%.* FROM %user%;
--! CREATE
REVOKE CREATE ON %backup%.* FROM %user%;
--! DROP
REVOKE DROP ON %backup%.* FROM %user%;
--! ALTER
REVOKE ALTER ON %backup%.* FROM %user%;
--! INSERT
REVOKE INSERT ON %backup%.* FROM %user%;
--@ run
--! SELECT
REVOKE SELECT ON %schema%.* FROM %user%;
--! SHOW VIEW
REVOKE SHOW VIEW ON %schema%.* FROM %user%;
--! TRIGGER
REVOKE TRIGGER ON %schema%.* FROM %user%;
--! EVENT
REVOKE EVENT ON %schema%.* FROM %user%;
--! INSERT
REVOKE INSERT ON %schema%.* FROM %user%;
--! UPDATE
REVOKE UPDATE ON %schema%.* FROM %user%;
--! DELETE
REVOKE DELETE ON %schema%.* FROM %user%;
--! CREATE
REVOKE CREATE ON %schema%.* FROM %user%;
--! DROP
REVOKE DROP ON %schema%.* FROM %user%;
--! ALTER
REVOKE ALTER ON %schema%.* FROM %user%;
--! INDEX
REVOKE INDEX ON %schema%.* FROM %user%;
--! REFERENCES
REVOKE REFERENCES ON %schema%.* FROM %user%;
--! CREATE VIEW
REVOKE CREATE VIEW ON %schema%.* FROM %user%;
--! CREATE ROUTINE
REVOKE CREATE ROUTINE ON %schema%.* FROM %user%;
--! LOCK TABLES
REVOKE LOCK TABLES ON %schema%.* FROM %user%;
--! CREATE
REVOKE CREATE ON %backup%.* FROM %user%;
--! DROP
REVOKE DROP ON %backup%.* FROM %user%;
--! ALTER
REVOKE ALTER ON %backup%.* FROM %user%;
--! INSERT
REVOKE INSERT ON %backup%.* FROM %user%;
--! SELECT
REVOKE SELECT ON %backup%.* FROM %user%;
--! UPDATE
REVOKE UPDATE ON %backup%.* FROM %user%;
--! DELETE
REVOKE DELETE ON %backup%.* FROM %user%;
--! CREATE TEMPORARY TABLES
REVOKE CREATE TEMPORARY TABLES ON %backup%.* FROM %user%;
--! ALTER ROUTINE
REVOKE ALTER ROUTINE ON FUNCTION %schema%.one FROM %user%;
