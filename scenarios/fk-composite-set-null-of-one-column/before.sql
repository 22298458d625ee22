CREATE TABLE sites (tenant integer, no integer, name text, PRIMARY KEY (tenant, no));
CREATE TABLE visits (
    id      serial PRIMARY KEY,
    tenant  integer NOT NULL,
    site_no integer,
    at      timestamp(0) NOT NULL,
    remark  text,
    CONSTRAINT visits_site_fk FOREIGN KEY (tenant, site_no) REFERENCES sites (tenant, no) ON DELETE SET NULL (site_no)
);
INSERT INTO sites SELECT t, n, 'Site ' || t || '/' || n FROM generate_series(1, 2) t, generate_series(1, 3) n;
INSERT INTO visits (tenant, site_no, at, remark)
SELECT 1 + i % 2, NULLIF(i % 4, 0), timestamp '2024-03-01' + i * interval '1 day', 'r' || i FROM generate_series(1, 12) i;
