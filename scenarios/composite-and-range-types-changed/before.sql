CREATE TYPE address AS (street text, zip varchar(10));
CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE colour AS (r smallint, g smallint, b smallint);
COMMENT ON TYPE colour IS 'Red, green, blue';
COMMENT ON COLUMN address.zip IS 'With letters in some countries';
CREATE TABLE houses (
    id    serial PRIMARY KEY,
    addr  address,
    temps floatrange,
    paint colour[]
);
INSERT INTO houses (addr, temps, paint)
SELECT ROW('Street "' || i || '"', 'Z' || i)::address, floatrange(i, i + 1.5), ARRAY[ROW(i, 0, 255)::colour] FROM generate_series(1, 6) i;
INSERT INTO houses (addr, temps) VALUES (ROW(NULL, '')::address, 'empty'), (NULL, '(,)');
