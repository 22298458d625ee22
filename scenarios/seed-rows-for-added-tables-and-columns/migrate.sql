-- Two more roles, and an added column and an added table that point to them
INSERT INTO roles VALUES (3, 'approver'), (4, 'auditor');
ALTER TABLE users ADD COLUMN role_id integer DEFAULT 3;
ALTER TABLE users ADD CONSTRAINT users_role FOREIGN KEY (role_id) REFERENCES roles (id);
CREATE TABLE grants (
  role_id integer NOT NULL,
  what varchar(30) NOT NULL,
  PRIMARY KEY (role_id, what),
  CONSTRAINT grants_role FOREIGN KEY (role_id) REFERENCES roles (id) ON DELETE CASCADE
);
INSERT INTO grants VALUES (4, 'read'), (2, 'write');
