CREATE TABLE realm (id varchar(36) PRIMARY KEY, master varchar(36));
CREATE TABLE template (id varchar(36) PRIMARY KEY, realm_id varchar(36), CONSTRAINT template_realm FOREIGN KEY (realm_id) REFERENCES realm (id));
CREATE TABLE client (id varchar(36) PRIMARY KEY, template_id varchar(36),
    CONSTRAINT client_template FOREIGN KEY (template_id) REFERENCES template (id));
ALTER TABLE realm ADD CONSTRAINT realm_master FOREIGN KEY (master) REFERENCES client (id);
INSERT INTO realm VALUES ('r1', NULL), ('r2', NULL), ('r3', NULL);
INSERT INTO template VALUES ('t1', 'r1'), ('t2', 'r2');
INSERT INTO client VALUES ('c1', 't1'), ('c2', 't2'), ('c3', NULL);
UPDATE realm SET master = 'c1' WHERE id = 'r1';
UPDATE realm SET master = 'c2' WHERE id = 'r2';
