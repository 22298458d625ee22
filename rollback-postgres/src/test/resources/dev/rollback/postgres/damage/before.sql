-- A shop with every kind of object and rows in it. The roles %owner% and %reader% are replaced by fresh ones.
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'the shop';
GRANT USAGE ON SCHEMA shop TO %reader%;
CREATE EXTENSION btree_gist WITH SCHEMA shop;
CREATE COLLATION shop.german (provider = icu, locale = 'de-u-kn-true');
COMMENT ON COLLATION shop.german IS 'numbers in order';

CREATE TYPE shop.mood AS ENUM ('sad', 'fine', 'happy');
COMMENT ON TYPE shop.mood IS 'a mood';
GRANT USAGE ON TYPE shop.mood TO %reader%;
CREATE TYPE shop.address AS (street text, number integer);
CREATE DOMAIN shop.positive AS integer DEFAULT 1 CONSTRAINT more_than_zero CHECK (VALUE > 0);
COMMENT ON DOMAIN shop.positive IS 'at least one';
CREATE TYPE shop.period AS RANGE (subtype = timestamp);
CREATE SEQUENCE shop.tickets AS integer START 100 INCREMENT 5 MAXVALUE 100000 CACHE 2 CYCLE;
COMMENT ON SEQUENCE shop.tickets IS 'numbers of tickets';
GRANT USAGE ON SEQUENCE shop.tickets TO %reader%;

CREATE FUNCTION shop.slug(title text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT lower(title) $$;
COMMENT ON FUNCTION shop.slug(text) IS 'a slug';
GRANT EXECUTE ON FUNCTION shop.slug(text) TO %reader%;
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION shop.vat(price numeric) RETURNS numeric LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' COST 7
    AS $$ BEGIN RETURN price * 1.2; END $$;
CREATE PROCEDURE shop.tidy(days integer) LANGUAGE plpgsql AS $$ BEGIN PERFORM days; END $$;
COMMENT ON PROCEDURE shop.tidy(integer) IS 'tidies up';
CREATE FUNCTION shop.plus(state integer, value integer) RETURNS integer LANGUAGE sql IMMUTABLE
    AS $$ SELECT state + value $$;
CREATE AGGREGATE shop.total(integer) (SFUNC = shop.plus, STYPE = integer, INITCOND = '0');

CREATE TABLE shop.customers (
    id bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 2) PRIMARY KEY,
    email text NOT NULL CONSTRAINT customers_email_key UNIQUE,
    name varchar(100) COLLATE shop.german DEFAULT 'nobody' NOT NULL,
    slug text GENERATED ALWAYS AS (shop.slug(email)) STORED,
    feeling shop.mood DEFAULT 'fine',
    home shop.address,
    points shop.positive,
    body text,
    CONSTRAINT customers_email_check CHECK (email LIKE '%@%')
) WITH (fillfactor = 80, autovacuum_enabled = false);
ALTER TABLE shop.customers ADD CONSTRAINT customers_name_check CHECK (name <> '') NOT VALID;
ALTER TABLE shop.customers ALTER body SET STORAGE EXTERNAL, ALTER body SET STATISTICS 500,
    ALTER body SET COMPRESSION pglz, ALTER name SET (n_distinct = -0.5);
COMMENT ON TABLE shop.customers IS 'all customers';
COMMENT ON COLUMN shop.customers.email IS 'where to write';
COMMENT ON CONSTRAINT customers_email_check ON shop.customers IS 'an address';
GRANT SELECT ON shop.customers TO %reader%;
GRANT UPDATE (name) ON shop.customers TO %reader%;
CREATE INDEX customers_name_idx ON shop.customers (name DESC NULLS LAST) INCLUDE (points) WITH (fillfactor = 70);
CREATE UNIQUE INDEX customers_lower_idx ON shop.customers (lower(email)) WHERE points > 0;
CREATE INDEX customers_home_idx ON shop.customers USING hash (slug);
COMMENT ON INDEX shop.customers_name_idx IS 'by name';
ALTER TABLE shop.customers CLUSTER ON customers_name_idx;
CREATE STATISTICS shop.customers_stat (ndistinct) ON name, email FROM shop.customers;
COMMENT ON STATISTICS shop.customers_stat IS 'names and mails';

CREATE TABLE shop.orders (
    id bigserial CONSTRAINT orders_pk PRIMARY KEY,
    customer_id bigint NOT NULL,
    parent_id bigint,
    place integer,
    room integer,
    during tsrange,
    note text DEFAULT 'none',
    ticket integer DEFAULT nextval('shop.tickets'),
    CONSTRAINT orders_customer_fk FOREIGN KEY (customer_id) REFERENCES shop.customers (id)
        ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT orders_parent_fk FOREIGN KEY (parent_id) REFERENCES shop.orders (id),
    CONSTRAINT orders_place_key UNIQUE (place) DEFERRABLE,
    CONSTRAINT orders_no_overlap EXCLUDE USING gist (room WITH =, during WITH &&)
);
ALTER TABLE shop.orders ADD CONSTRAINT orders_late_fk FOREIGN KEY (room) REFERENCES shop.orders (id) NOT VALID;
COMMENT ON CONSTRAINT orders_customer_fk ON shop.orders IS 'whose order';
CREATE UNIQUE INDEX orders_identity ON shop.orders (customer_id, id);
ALTER TABLE shop.orders REPLICA IDENTITY USING INDEX orders_identity;
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders FOR SELECT TO %reader% USING (customer_id > 0);
COMMENT ON POLICY own ON shop.orders IS 'own orders';
CREATE TRIGGER touch BEFORE UPDATE OF note ON shop.orders FOR EACH ROW WHEN (NEW.room > 0)
    EXECUTE FUNCTION shop.touch('a');
CREATE TRIGGER quiet AFTER INSERT ON shop.orders FOR EACH STATEMENT EXECUTE FUNCTION shop.touch();
ALTER TABLE shop.orders DISABLE TRIGGER quiet;
COMMENT ON TRIGGER touch ON shop.orders IS 'touches';
CREATE RULE keep AS ON DELETE TO shop.orders WHERE (OLD.id < 0) DO INSTEAD NOTHING;
COMMENT ON RULE keep ON shop.orders IS 'keeps';
ALTER TABLE shop.orders DISABLE RULE keep;

CREATE TABLE shop.countdown (id integer PRIMARY KEY, left_over integer);
CREATE SEQUENCE shop.countdown_id_seq INCREMENT -1 MINVALUE -1000 MAXVALUE 1000 START 1000 OWNED BY shop.countdown.id;
ALTER TABLE shop.countdown ALTER id SET DEFAULT nextval('shop.countdown_id_seq');
CREATE UNLOGGED TABLE shop.cache (id integer GENERATED BY DEFAULT AS IDENTITY, payload jsonb);
CREATE TABLE shop.base (id integer, CONSTRAINT base_check CHECK (id > 0));
CREATE TABLE shop.derived (more text) INHERITS (shop.base);

CREATE TABLE shop.events (id bigint NOT NULL, at date NOT NULL, kind text, CONSTRAINT events_pk PRIMARY KEY (id, at))
    PARTITION BY RANGE (at);
CREATE INDEX events_kind_idx ON shop.events (kind);
CREATE TABLE shop.events_2024 PARTITION OF shop.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')
    PARTITION BY LIST (id);
CREATE TABLE shop.events_2024_a PARTITION OF shop.events_2024 FOR VALUES IN (1) WITH (fillfactor = 50);
CREATE TABLE shop.events_2024_b PARTITION OF shop.events_2024 DEFAULT;
CREATE TABLE shop.events_2025 PARTITION OF shop.events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE shop.events_rest PARTITION OF shop.events DEFAULT;
CREATE TRIGGER part BEFORE INSERT ON shop.events FOR EACH ROW EXECUTE FUNCTION shop.touch();
CREATE TABLE shop.visits (id uuid PRIMARY KEY, event_id bigint, event_at date,
    CONSTRAINT visits_event_fk FOREIGN KEY (event_id, event_at) REFERENCES shop.events (id, at)) PARTITION BY HASH (id);
CREATE TABLE shop.visits_0 PARTITION OF shop.visits FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE shop.visits_1 PARTITION OF shop.visits FOR VALUES WITH (MODULUS 2, REMAINDER 1);

CREATE VIEW shop.active WITH (security_barrier) AS SELECT id, email, name FROM shop.customers WHERE points > 0
    WITH LOCAL CHECK OPTION;
COMMENT ON VIEW shop.active IS 'active customers';
COMMENT ON COLUMN shop.active.name IS 'the name';
GRANT SELECT ON shop.active TO %reader%;
CREATE VIEW shop.busy AS SELECT a.id, count(*) AS orders FROM shop.active a JOIN shop.orders o ON o.customer_id = a.id
    GROUP BY a.id;
CREATE TRIGGER instead INSTEAD OF INSERT ON shop.busy FOR EACH ROW EXECUTE FUNCTION shop.touch();
CREATE MATERIALIZED VIEW shop.totals AS SELECT customer_id, count(*) AS orders FROM shop.orders GROUP BY customer_id;
CREATE UNIQUE INDEX totals_idx ON shop.totals (customer_id);
COMMENT ON MATERIALIZED VIEW shop.totals IS 'totals';

CREATE PUBLICATION shop_pub FOR TABLE shop.customers (id, email) WHERE (id > 0), shop.events
    WITH (publish = 'insert, update');
ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO %reader%;

INSERT INTO shop.customers (email, name, feeling, home, points, body)
    SELECT 'C' || i || '@example.org', 'name ' || i, 'happy'::shop.mood, ('street ' || i, i)::shop.address, i, repeat('x', i)
    FROM generate_series(1, 20) i;
INSERT INTO shop.orders (customer_id, parent_id, place, room, during)
    SELECT 8 + 2 * i, CASE WHEN i > 1 THEN 1 END, i, CASE WHEN i < 9 THEN i END,
           tsrange(timestamp '2024-01-01' + i * interval '1 day', timestamp '2024-01-02' + i * interval '1 day')
    FROM generate_series(1, 15) i;
INSERT INTO shop.countdown (left_over) SELECT i FROM generate_series(1, 5) i;
INSERT INTO shop.cache (payload) VALUES ('{"a": 1}'), (NULL);
INSERT INTO shop.base VALUES (1), (2);
INSERT INTO shop.derived VALUES (3, 'c');
INSERT INTO shop.events VALUES (1, '2024-02-01', 'a'), (2, '2024-03-01', 'b'), (3, '2025-03-01', 'a'), (4, '2030-01-01', NULL);
INSERT INTO shop.visits VALUES ('00000000-0000-0000-0000-000000000001', 1, '2024-02-01'),
    ('00000000-0000-0000-0000-000000000002', 1, '2024-02-01');
REFRESH MATERIALIZED VIEW shop.totals;
