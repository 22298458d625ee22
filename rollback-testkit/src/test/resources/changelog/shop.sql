--liquibase formatted sql

--changeset ann:1
CREATE TABLE customer (id int PRIMARY KEY, name varchar(60) NOT NULL, mail varchar(80));
INSERT INTO customer VALUES (1, 'Ann', 'ann@x');

--changeset ann:2
ALTER TABLE customer DROP COLUMN mail;
