CREATE TYPE size AS ENUM ('xs', 's', 'm', 'l', 'xl');
CREATE TABLE shirts (id serial PRIMARY KEY, size size NOT NULL DEFAULT 'm', spare size);
INSERT INTO shirts (size, spare) SELECT (enum_range(NULL::size))[1 + i % 5], CASE WHEN i % 2 = 0 THEN 'xs'::size END FROM generate_series(1, 10) i;
