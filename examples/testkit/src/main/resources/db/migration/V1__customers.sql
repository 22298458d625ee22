CREATE TABLE customer (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(100) NOT NULL,
    mail varchar(200) UNIQUE,
    note text,
    since date NOT NULL DEFAULT current_date);
INSERT INTO customer (name, mail) VALUES (' Ann ', 'ann@example.org'), ('Bob', 'bob@example.org');
