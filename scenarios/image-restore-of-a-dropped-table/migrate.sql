-- Dropped and built anew with another meaning.
DROP TABLE plan;
CREATE TABLE plan (id text PRIMARY KEY, price money);
