CREATE TABLE registry (
  registry_id integer PRIMARY KEY,
  gone varchar(20),
  namespace varchar(256) UNIQUE
);
CREATE TABLE field (
  field_id integer PRIMARY KEY,
  gone varchar(20),
  registry_id integer NOT NULL,
  up integer,
  CONSTRAINT field_registry FOREIGN KEY (registry_id) REFERENCES registry (registry_id),
  CONSTRAINT field_up FOREIGN KEY (up) REFERENCES field (field_id)
);
CREATE TABLE hint (
  hint_id integer PRIMARY KEY,
  field_id integer NOT NULL,
  CONSTRAINT hint_field FOREIGN KEY (field_id) REFERENCES field (field_id)
);
INSERT INTO registry VALUES (1, 'a', 'http://dublincore.org'), (2, 'b', NULL);
INSERT INTO field VALUES (1, 'c', 1, NULL), (2, NULL, 2, 1);
INSERT INTO hint VALUES (1, 1);
