CREATE TABLE messages (
    id      serial PRIMARY KEY,
    payload json,
    headers jsonb NOT NULL DEFAULT '{}'::jsonb,
    doc     xml
);
INSERT INTO messages (payload, headers, doc) VALUES
    ('{"z": 1,   "a": 2, "a": 3}', '{"b": 1, "a": [1, 2.50, null]}', '<a  b="1"/>'),
    (' [ 1 ,2,  3.000 ] ', '{}', NULL),
    ('"\u00e9 text"', '{"é": "ü"}', '<x>&lt;y&gt;</x>'),
    ('null', '{}', '<empty></empty>'),
    (NULL, '{"n": null}', NULL),
    ('{"big": 12345678901234567890.1234567890, "exp": 1.0e3}', '{}', NULL);
