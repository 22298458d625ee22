CREATE TABLE registry (
  registry_id integer PRIMARY KEY,
  namespace varchar(256) UNIQUE,
  short_id varchar(32)
);
CREATE TABLE field (
  field_id integer PRIMARY KEY,
  registry_id integer NOT NULL,
  element varchar(64),
  FOREIGN KEY (registry_id) REFERENCES registry (registry_id)
);
INSERT INTO registry VALUES (1, 'http://dublincore.org', 'dc'), (2, NULL, 'odd');
INSERT INTO field VALUES (1, 1, 'title'), (2, 2, 'odd');
