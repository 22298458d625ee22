CREATE TABLE sessions (id varchar(36) PRIMARY KEY, name varchar(20) UNIQUE);
CREATE TABLE clients (id varchar(36) PRIMARY KEY, session_id varchar(36) NOT NULL, parent varchar(36),
    CONSTRAINT clients_session FOREIGN KEY (session_id) REFERENCES sessions (id),
    CONSTRAINT clients_parent FOREIGN KEY (parent) REFERENCES clients (id));
CREATE TABLE roles (id varchar(36) PRIMARY KEY);
CREATE TABLE a_roles (client_id varchar(36), role_id varchar(36), note varchar(20), PRIMARY KEY (client_id, role_id),
    CONSTRAINT roles_client FOREIGN KEY (client_id) REFERENCES clients (id),
    CONSTRAINT roles_role FOREIGN KEY (role_id) REFERENCES roles (id));
INSERT INTO sessions VALUES ('s1', 'one'), ('s2', 'two'), ('s3', 'three'), ('s4', 'four'), ('s5', 'five');
INSERT INTO clients VALUES ('c1', 's1', NULL), ('c2', 's1', 'c1'), ('c3', 's2', 'c2'), ('c4', 's3', 'c3'), ('c5', 's5', NULL);
INSERT INTO roles VALUES ('r1'), ('r2'), ('r9');
INSERT INTO a_roles VALUES ('c1', 'r1', 'a'), ('c2', 'r1', 'b'), ('c2', 'r2', 'c'), ('c4', 'r1', 'd'), ('c5', 'r9', 'e');
