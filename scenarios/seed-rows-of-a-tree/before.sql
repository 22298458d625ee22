CREATE TABLE categories (id int PRIMARY KEY, up int, name varchar(40) NOT NULL, FOREIGN KEY (up) REFERENCES categories (id));
CREATE TABLE products (id int PRIMARY KEY, category int, part_of int, name varchar(40),
    FOREIGN KEY (category) REFERENCES categories (id), FOREIGN KEY (part_of) REFERENCES products (id));
INSERT INTO categories VALUES (1, NULL, 'all'), (2, 1, 'books'), (3, 1, 'music');
INSERT INTO products VALUES (1, 2, NULL, 'Ulysses'), (2, 3, NULL, 'Winterreise'), (3, 3, 2, 'Gute Nacht');
