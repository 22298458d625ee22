CREATE TABLE member (
    id      serial PRIMARY KEY,
    code    varchar(10) NOT NULL CONSTRAINT member_code_key UNIQUE,
    joined  date,
    CONSTRAINT member_joined_check CHECK (joined > DATE '2000-01-01')
);
CREATE INDEX member_joined_idx ON member (joined);
INSERT INTO member (code, joined) SELECT 'M' || i, DATE '2020-01-01' + i FROM generate_series(1, 9) i;
