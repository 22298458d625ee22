CREATE TABLE categories (id int PRIMARY KEY, up int, name varchar(40) NOT NULL, FOREIGN KEY (up) REFERENCES categories (id));
CREATE TABLE products (id int PRIMARY KEY, category int, name varchar(40), FOREIGN KEY (category) REFERENCES categories (id));
INSERT INTO categories VALUES (1, NULL, 'all'), (2, 1, 'books'), (3, 1, 'music');
INSERT INTO products VALUES (1, 2, 'Ulysses'), (2, 3, 'Winterreise'), (3, 3, 'Elektra');
