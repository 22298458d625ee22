CREATE TABLE people (
  id int PRIMARY KEY,
  name varchar(50) NOT NULL
);
CREATE TABLE visits (
  id int PRIMARY KEY,
  people_id int,
  minutes int,
  FOREIGN KEY (people_id) REFERENCES people (id)
);
INSERT INTO people VALUES (1, 'Ann'), (2, 'Bob');
INSERT INTO visits VALUES (1, 1, 10), (2, 2, 20), (5, 2, 50), (6, NULL, 60), (7, 1, NULL), (8, 2, 80);
