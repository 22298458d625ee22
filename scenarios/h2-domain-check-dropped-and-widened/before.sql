CREATE DOMAIN email AS VARCHAR(40) DEFAULT 'nobody@x' CHECK (VALUE LIKE '%@%');
CREATE DOMAIN small AS INT;
CREATE TABLE users (id INT PRIMARY KEY, mail email, size small);
COMMENT ON DOMAIN email IS 'An address';
INSERT INTO users VALUES (1, 'a@x', 1), (2, 'b@x', 2), (3, DEFAULT, 3);
