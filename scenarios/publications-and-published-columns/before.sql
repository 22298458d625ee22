CREATE TABLE pub_orders (id integer PRIMARY KEY, region text NOT NULL DEFAULT 'eu', total numeric, secret text);
CREATE TABLE pub_items (id integer PRIMARY KEY, name text);
CREATE TABLE pub_temp (id integer PRIMARY KEY);
CREATE PUBLICATION scenario_pub FOR TABLE pub_orders (id, region, total, secret) WHERE (total > 0 AND region <> 'x'), pub_items WITH (publish = 'insert');
CREATE PUBLICATION scenario_other FOR TABLE pub_temp, TABLES IN SCHEMA public WITH (publish_via_partition_root = true);
COMMENT ON PUBLICATION scenario_pub IS 'For the warehouse';
INSERT INTO pub_orders SELECT i, 'eu', i * 10, 's' || i FROM generate_series(1, 6) i;
INSERT INTO pub_items VALUES (1, 'one'), (2, 'two');
