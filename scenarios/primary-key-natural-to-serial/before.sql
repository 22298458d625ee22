CREATE TABLE countries (
    code char(2) PRIMARY KEY,
    name text NOT NULL
);
CREATE TABLE towns (
    name    text,
    country char(2) REFERENCES countries ON UPDATE CASCADE,
    PRIMARY KEY (country, name)
);
INSERT INTO countries VALUES ('DE', 'Deutschland'), ('FR', 'France'), ('JP', '日本'), ('X', 'Blank padded');
INSERT INTO towns VALUES ('Bonn', 'DE'), ('Köln', 'DE'), ('Nice', 'FR'), ('京都', 'JP'), ('Nowhere', 'X');
