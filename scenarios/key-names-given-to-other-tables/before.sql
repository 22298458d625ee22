CREATE TABLE realm (id integer PRIMARY KEY, name varchar(20));
CREATE TABLE flow (id integer, alias varchar(20), realm_id integer,
    CONSTRAINT flow_pk PRIMARY KEY (id), CONSTRAINT flow_alias UNIQUE (alias), CONSTRAINT flow_known CHECK (id > 0), CONSTRAINT flow_realm FOREIGN KEY (realm_id) REFERENCES realm (id));
CREATE INDEX flow_idx ON flow (realm_id, alias);
CREATE TABLE old_config (id integer, setting varchar(20), CONSTRAINT config_pk PRIMARY KEY (id));
CREATE TABLE config (id integer NOT NULL UNIQUE, setting varchar(20), extra varchar(20));
CREATE TABLE entry (id integer PRIMARY KEY, setting varchar(20));
INSERT INTO realm VALUES (1, 'master'), (2, 'shop');
INSERT INTO flow VALUES (1, 'browser', 1), (2, 'direct', 2);
INSERT INTO old_config VALUES (1, 'x'), (2, 'y');
INSERT INTO config VALUES (1, 'a', 'aa'), (2, 'b', 'bb');
INSERT INTO entry VALUES (1, 'on'), (2, 'off');
