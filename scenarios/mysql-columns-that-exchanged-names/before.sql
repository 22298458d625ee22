CREATE TABLE places (id int PRIMARY KEY, lat decimal(9,6) NOT NULL, lon decimal(9,6) NOT NULL, name varchar(20));
INSERT INTO places VALUES (1, 52.5, 13.4, 'Berlin'), (2, 48.1, 11.6, 'Munich'), (3, 53.6, 10.0, 'Hamburg'), (4, 51.3, 12.4, 'Leipzig');
