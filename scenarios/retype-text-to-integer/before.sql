CREATE TABLE meters (
    id      serial PRIMARY KEY,
    reading varchar(12),
    flag    char(3) DEFAULT 'no'
);
INSERT INTO meters (reading, flag) VALUES ('007', 'yes'), ('12', 'no'), ('+5', 'y'), (' 42 ', ''), (NULL, NULL), ('0', 'no'), ('2147483647', 'no');
