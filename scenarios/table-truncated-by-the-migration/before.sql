CREATE TABLE tokens (token text PRIMARY KEY, login text NOT NULL, salt text);
CREATE TABLE uses (id serial PRIMARY KEY, token text REFERENCES tokens ON DELETE CASCADE, n integer);
INSERT INTO tokens SELECT md5(i::text), 'user' || i, 'salt' FROM generate_series(1, 8) i;
INSERT INTO uses (token, n) SELECT md5((1 + i % 8)::text), i FROM generate_series(1, 10) i;
