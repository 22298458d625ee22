CREATE TABLE assets (id uuid PRIMARY KEY, tag varchar(10) NOT NULL UNIQUE, value integer);
INSERT INTO assets SELECT md5(i::text)::uuid, 'TAG' || i, i * 10 FROM generate_series(1, 7) i;
