-- SPDX-License-Identifier: Apache-2.0
--@ before
CREATE TABLE sites (id int PRIMARY KEY);
CREATE TABLE metrics (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, taken_at date NOT NULL, v numeric(10, 2),
    site int, KEY metrics_v_idx (v), KEY metrics_site_fk (site),
    CONSTRAINT metrics_site_fk FOREIGN KEY (site) REFERENCES sites (id));
INSERT INTO sites VALUES (1);
INSERT INTO metrics (taken_at, v, site)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
    SELECT date '2024-01-01' + INTERVAL i % 50 DAY, i, 1 FROM n;
--@ migrate
ALTER TABLE metrics DROP FOREIGN KEY metrics_site_fk;
ALTER TABLE metrics DROP PRIMARY KEY, ADD PRIMARY KEY (id, taken_at);
ALTER TABLE metrics PARTITION BY RANGE (to_days(taken_at)) (
    PARTITION metrics_a VALUES LESS THAN (to_days('2024-02-01')),
    PARTITION metrics_b VALUES LESS THAN (to_days('2024-03-01')));
INSERT INTO metrics (id, taken_at, v, site) VALUES (1000, '2024-01-05', 1, 1);
