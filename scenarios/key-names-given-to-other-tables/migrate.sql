-- Tables go and others take the names of their keys and indexes: one that stays, one that loses a column, and a new one.
DROP TABLE flow;
DROP TABLE old_config;
ALTER TABLE realm ADD CONSTRAINT flow_alias UNIQUE (name);
ALTER TABLE realm ADD CONSTRAINT flow_known CHECK (id > -5);
CREATE INDEX flow_idx ON realm (name, id);
ALTER TABLE config DROP COLUMN extra;
ALTER TABLE config ADD CONSTRAINT config_pk PRIMARY KEY (id);
CREATE TABLE step (id integer, realm_id integer,
    CONSTRAINT flow_pk PRIMARY KEY (id), CONSTRAINT flow_realm FOREIGN KEY (realm_id) REFERENCES realm (id));
