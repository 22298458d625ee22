CREATE TABLE countries (
    code char(2) CONSTRAINT countries_pkey PRIMARY KEY,
    name varchar NOT NULL
);
CREATE TABLE towns (
    name    varchar,
    country char(2) CONSTRAINT towns_country_fkey REFERENCES countries ON UPDATE CASCADE,
    CONSTRAINT towns_pkey PRIMARY KEY (country, name)
);
INSERT INTO countries VALUES ('DE', 'Deutschland'), ('FR', 'France'), ('JP', '日本'), ('X', 'Blank padded');
INSERT INTO towns VALUES ('Bonn', 'DE'), ('Köln', 'DE'), ('Nice', 'FR'), ('京都', 'JP'), ('Nowhere', 'X');
