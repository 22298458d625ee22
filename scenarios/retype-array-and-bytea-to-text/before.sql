CREATE TABLE blobs (
    id   integer PRIMARY KEY,
    tags text[] NOT NULL DEFAULT ARRAY[]::text[],
    grid integer[][],
    data bytea
);
INSERT INTO blobs VALUES
    (1, '{a,b}', '{{1,2},{3,4}}', '\xdeadbeef'), (2, '{}', NULL, '\x'), (3, '{"x y",NULL,"q\"uote"}', '[0:1]={7,8}', '\x00'),
    (4, '{"{}","",null}', '{}', NULL), (5, ARRAY['ü'], '{{1}}', decode(repeat('ff', 40), 'hex'));
