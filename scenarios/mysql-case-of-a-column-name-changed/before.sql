CREATE TABLE approvals (userName varchar(36) NOT NULL, scope varchar(20) NOT NULL, note varchar(20), PRIMARY KEY (userName, scope));
INSERT INTO approvals VALUES ('ann', 'read', 'one'), ('ann', 'write', 'two'), ('bob', 'read', 'three');
