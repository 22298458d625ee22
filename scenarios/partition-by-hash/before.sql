CREATE TABLE sessions (
    token uuid PRIMARY KEY,
    login varchar(30) NOT NULL,
    data  jsonb
);
CREATE INDEX sessions_login_idx ON sessions (login);
INSERT INTO sessions SELECT md5('s' || i)::uuid, 'login' || i % 5, jsonb_build_object('n', i) FROM generate_series(1, 20) i;
