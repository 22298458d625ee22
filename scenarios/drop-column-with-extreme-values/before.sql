CREATE TABLE extremes (
    id  integer PRIMARY KEY,
    n   numeric, b bigint, d double precision, r real, t text, y bytea, j jsonb, k json,
    ts  timestamptz, dt date, iv interval, a text[], p point, g int4range, m int4multirange,
    v   bit varying, u uuid, i inet, c "char", x tsvector, nm name, keep text
);
INSERT INTO extremes VALUES
    (1, 'NaN', 9223372036854775807, 'Infinity', 3.4e38, E'tab\t cr\r nl\n back\\slash', '\x00ff0a0d5c', '{"é": "\ud83d\ude00", "a": 1.10}', '{"b":1,  "b":2}',
     'infinity', '4713-01-01 BC', '-178000000 years', '{NULL,"NULL","",a\,b}', '(1e-300,-0)', '[1,5)', '{[1,2),[7,9)}', B'', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '::ffff:1.2.3.4', '', 'a:1A b', 'Name"x', 'k1'),
    (2, 1e5000, -9223372036854775808, 5e-324, -1e-37, '', '\x', '[]', ' null ',
     '-infinity', 'infinity', '1 mon -1 day +00:00:00.000001', '{}', '(0,0)', 'empty', '{}', B'0001', NULL, '10.1.2.3/8', 'é', '', '', 'k2'),
    (3, 1e-1000, 0, '-0', 'NaN', '😀 𝔘 日本 ‏עברית NULL \N', NULL, 'null', '"\u0000x"',
     '0001-12-31 23:59:59.999999+00 BC', '5874897-12-31', '0', '[-1:0]={x,y}', NULL, '(,)', '{(,)}', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, 1.500000, NULL, 0.1, 0.1, repeat('x', 10000), decode(repeat('a1b2', 3000), 'hex'), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'k4');
