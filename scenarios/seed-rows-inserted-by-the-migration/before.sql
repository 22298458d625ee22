CREATE TABLE roles (
    id   serial PRIMARY KEY,
    name varchar(30) NOT NULL UNIQUE
);
INSERT INTO roles (name) VALUES ('admin'), ('editor'), ('viewer');
