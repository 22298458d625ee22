--! table added => table %schema%.added
CREATE TABLE added (id integer);
--! table dropped => table %schema%.added
DROP TABLE added;
--! table comment => table %schema%.parent
COMMENT ON TABLE parent IS 'some of them';
--! column comment => table %schema%.parent
COMMENT ON COLUMN parent.code IS 'long';
--! column added => table %schema%.child
ALTER TABLE child ADD COLUMN more integer;
--! column renamed => table %schema%.child
ALTER TABLE child ALTER COLUMN more RENAME TO most;
--! column type => table %schema%.child
ALTER TABLE child ALTER COLUMN most SET DATA TYPE bigint;
--! column dropped => table %schema%.child
ALTER TABLE child DROP COLUMN most;
--! column length => table %schema%.child
ALTER TABLE child ALTER COLUMN note SET DATA TYPE varchar(41);
--! column default => table %schema%.parent
ALTER TABLE parent ALTER COLUMN amount SET DEFAULT 2;
--! column default dropped => table %schema%.parent
ALTER TABLE parent ALTER COLUMN amount DROP DEFAULT;
--! column not null => table %schema%.parent
ALTER TABLE parent ALTER COLUMN code DROP NOT NULL;
--! column invisible => table %schema%.child
ALTER TABLE child ALTER COLUMN note SET INVISIBLE;
--! unique key dropped => unique key %schema%.parent.parent_code
ALTER TABLE parent DROP CONSTRAINT parent_code;
--! unique key added => unique key %schema%.parent.parent_code
ALTER TABLE parent ADD CONSTRAINT parent_code UNIQUE (code, amount);
--! check changed => check constraint %schema%.parent.parent_amount
ALTER TABLE parent DROP CONSTRAINT parent_amount;
ALTER TABLE parent ADD CONSTRAINT parent_amount CHECK (amount >= 1);
--! foreign key action => foreign key %schema%.child.child_parent
ALTER TABLE child DROP CONSTRAINT child_parent;
ALTER TABLE child ADD CONSTRAINT child_parent FOREIGN KEY (parent) REFERENCES parent (id);
--! foreign key dropped => foreign key %schema%.child.child_parent
ALTER TABLE child DROP CONSTRAINT child_parent;
--! index dropped => index %schema%.child.child_note
DROP INDEX child_note;
--! index added => index %schema%.child.child_both
CREATE INDEX child_both ON child (parent, note DESC);
--! primary key dropped => primary key %schema%.child
ALTER TABLE child DROP PRIMARY KEY;
--! view changed => view %schema%.codes
CREATE OR REPLACE VIEW codes AS SELECT id, code FROM parent WHERE id > 1;
--! view dropped => view %schema%.notes
DROP VIEW notes;
--! sequence step => sequence %schema%.numbers
ALTER SEQUENCE numbers INCREMENT BY 3;
--! sequence dropped => sequence %schema%.numbers
DROP SEQUENCE numbers;
--! domain check => %schema%.positive
ALTER DOMAIN positive ADD CONSTRAINT positive_small CHECK (VALUE < 100);
--! constant => %schema%.vat
DROP CONSTANT vat;
CREATE CONSTANT vat VALUE 20;
--! alias => function %schema%.twice
DROP ALIAS twice;
CREATE ALIAS twice AS 'int twice(int x) { return x + x; }';
--! synonym dropped => %schema%.kids
DROP SYNONYM kids;
