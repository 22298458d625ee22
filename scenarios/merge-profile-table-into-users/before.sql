CREATE TABLE users (
    id    serial PRIMARY KEY,
    login varchar(30) NOT NULL UNIQUE
);
CREATE TABLE profiles (
    user_id integer PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    bio     text,
    avatar  bytea
);
INSERT INTO users (login) SELECT 'login' || i FROM generate_series(1, 8) i;
INSERT INTO profiles SELECT i, 'Bio of ' || i, decode(md5(i::text), 'hex') FROM generate_series(1, 6) i;
