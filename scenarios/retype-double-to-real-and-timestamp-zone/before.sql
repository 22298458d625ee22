CREATE TABLE probes (
    id   integer PRIMARY KEY,
    v    double precision,
    at   timestamptz,
    took interval,
    ip   inet
);
INSERT INTO probes VALUES
    (1, 0.1, '2024-03-31 01:30:00.5+00', '1 mon 2 days 03:04:05.6', '10.0.0.1/8'),
    (2, 1e15 / 3, '2024-10-27 00:59:59.999999+00', '-1 day', '::1'),
    (3, 'NaN', NULL, '00:00:00', '192.168.0.0/24'),
    (4, 123456789.123456789, 'infinity', NULL, NULL),
    (5, -0.0, '1970-01-01 00:00:00+00', '178000000 years', '255.255.255.255');
