CREATE TABLE roles (
  id integer PRIMARY KEY,
  name varchar(30) NOT NULL UNIQUE
);
CREATE TABLE users (
  id integer PRIMARY KEY,
  name varchar(30) NOT NULL
);
INSERT INTO roles VALUES (1, 'admin'), (2, 'editor');
INSERT INTO users VALUES (1, 'ann'), (2, 'bob'), (3, 'cho');
