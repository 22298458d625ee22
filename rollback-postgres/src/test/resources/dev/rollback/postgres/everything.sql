-- One of every kind of object, and every property that can be set. The roles app_owner and app_reader are replaced by
-- fresh ones.
CREATE SCHEMA app AUTHORIZATION app_owner;
COMMENT ON SCHEMA app IS 'the app''s own \ schema';
GRANT USAGE ON SCHEMA app TO app_reader;
CREATE SCHEMA "Odd.Schema";
CREATE SCHEMA ext;
CREATE EXTENSION citext WITH SCHEMA ext;
CREATE EXTENSION btree_gist WITH SCHEMA ext;
COMMENT ON EXTENSION citext IS 'not its own comment';

CREATE COLLATION app.german (provider = icu, locale = 'de-u-kn-true', deterministic = false);
CREATE COLLATION app.plain (lc_collate = 'C', lc_ctype = 'POSIX');
COMMENT ON COLLATION app.german IS 'numbers in order';
ALTER COLLATION app.plain OWNER TO app_owner;

-- types
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok', 'happy');
ALTER TYPE app.mood ADD VALUE 'angry' BEFORE 'sad';
COMMENT ON TYPE app.mood IS 'a mood';
ALTER TYPE app.mood OWNER TO app_owner;
REVOKE ALL ON TYPE app.mood FROM PUBLIC;
GRANT USAGE ON TYPE app.mood TO app_reader WITH GRANT OPTION;
CREATE TYPE app.no_value AS ENUM ();
CREATE TYPE app.address AS (street text COLLATE "C", "house no" integer, feeling app.mood);
COMMENT ON COLUMN app.address."house no" IS 'with letter';
CREATE TYPE app.nothing AS ();
CREATE DOMAIN app.positive AS integer DEFAULT 1 NOT NULL CONSTRAINT more_than_zero CHECK (VALUE > 0);
ALTER DOMAIN app.positive ADD CONSTRAINT "Not 7" CHECK (VALUE <> 7) NOT VALID;
COMMENT ON DOMAIN app.positive IS 'a domain';
COMMENT ON CONSTRAINT "Not 7" ON DOMAIN app.positive IS 'seven is right out';
ALTER DOMAIN app.positive OWNER TO app_owner;
CREATE DOMAIN app.label AS varchar(20) COLLATE "C" DEFAULT 'none'::varchar;
CREATE FUNCTION app.distance(a double precision, b double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE AS 'SELECT a - b';
CREATE TYPE app.span AS RANGE (subtype = double precision, subtype_diff = app.distance,
    multirange_type_name = app.spans);
CREATE TYPE app.word_range AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);

-- sequences
CREATE SEQUENCE app.tickets AS integer START 100 INCREMENT -5 MINVALUE -1000 MAXVALUE 1000 CACHE 20 CYCLE;
SELECT setval('app.tickets', 55, false);
COMMENT ON SEQUENCE app.tickets IS 'tickets';
GRANT USAGE, SELECT ON SEQUENCE app.tickets TO app_reader;
ALTER SEQUENCE app.tickets OWNER TO app_owner;
CREATE UNLOGGED SEQUENCE app.quick;

-- routines
CREATE FUNCTION app.slug(title text, sep text DEFAULT '-') RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 7 SET search_path = '' AS
$$ BEGIN RETURN lower(replace(title, ' ', sep)); END $$;
COMMENT ON FUNCTION app.slug(text, text) IS 'a slug';
REVOKE ALL ON FUNCTION app.slug(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.slug(text, text) TO app_reader;
ALTER FUNCTION app.slug(text, text) OWNER TO app_owner;
CREATE FUNCTION app.moods(VARIADIC moods app.mood[]) RETURNS TABLE (m app.mood, n integer)
    LANGUAGE sql AS 'SELECT u, 1 FROM unnest(moods) u';
CREATE FUNCTION app.both(IN a integer, INOUT b integer, OUT c text) LANGUAGE sql AS 'SELECT a + b, ''c''';
CREATE PROCEDURE app."Tidy Up"(IN a integer, INOUT b integer, OUT c text, IN d integer DEFAULT 1)
    LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN b := a; c := 'x'; END $$;
COMMENT ON PROCEDURE app."Tidy Up"(integer, integer, OUT text, integer) IS 'tidy';
ALTER PROCEDURE app."Tidy Up"(integer, integer, OUT text, integer) OWNER TO app_owner;
CREATE FUNCTION app.nth(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION app.plus(state integer, value integer) RETURNS integer LANGUAGE sql AS 'SELECT state + value';
CREATE AGGREGATE app.total(integer) (SFUNC = app.plus, STYPE = integer, INITCOND = '0', PARALLEL = SAFE,
    COMBINEFUNC = app.plus, MSFUNC = app.plus, MINVFUNC = app.plus, MSTYPE = integer, MINITCOND = '0');
COMMENT ON AGGREGATE app.total(integer) IS 'a total';
ALTER AGGREGATE app.total(integer) OWNER TO app_owner;
CREATE AGGREGATE app.rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
CREATE AGGREGATE app.share(double precision ORDER BY anyelement)
    (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);

-- tables
CREATE TABLE app.users (
    id bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 2 CACHE 3) PRIMARY KEY,
    email ext.citext NOT NULL,
    name varchar(100) COLLATE app.german DEFAULT 'nobody' NOT NULL,
    "Odd ""Name" numeric(10, 2) DEFAULT 0.5 CHECK ("Odd ""Name" >= 0),
    feeling app.mood DEFAULT 'happy',
    feelings app.mood[] DEFAULT '{}',
    home app.address,
    points app.positive,
    price money DEFAULT 12.5,
    born timestamptz DEFAULT '2020-01-01 00:00:00+01',
    wait interval DEFAULT '1 day 02:03:04',
    slug text GENERATED ALWAYS AS (app.slug(name::text)) STORED,
    CONSTRAINT users_email_key UNIQUE (email) INCLUDE (name) WITH (fillfactor = 70),
    CONSTRAINT "Name Key" UNIQUE NULLS NOT DISTINCT (feeling, points) DEFERRABLE INITIALLY DEFERRED
) WITH (fillfactor = 80, toast.autovacuum_enabled = false);
ALTER TABLE app.users OWNER TO app_owner;
COMMENT ON TABLE app.users IS E'all users\nof the \\ app';
COMMENT ON COLUMN app.users."Odd ""Name" IS 'odd';
COMMENT ON CONSTRAINT users_email_key ON app.users IS 'one mail each';
COMMENT ON INDEX app.users_email_key IS 'an index behind';
ALTER TABLE app.users ALTER name SET STATISTICS 500, ALTER name SET STORAGE EXTERNAL,
    ALTER name SET COMPRESSION pglz, ALTER name SET (n_distinct = -0.5, n_distinct_inherited = 7);
GRANT SELECT, UPDATE ON app.users TO app_reader WITH GRANT OPTION;
GRANT INSERT (name, email), SELECT ("Odd ""Name") ON app.users TO app_reader;
GRANT SELECT (name) ON app.users TO PUBLIC;
SET ROLE app_reader;
GRANT SELECT ON app.users TO PUBLIC;
RESET ROLE;
REVOKE TRUNCATE ON app.users FROM app_owner;
CREATE UNIQUE INDEX "Users Lower" ON app.users USING btree (lower(name), ("Odd ""Name" + 1) DESC NULLS LAST)
    INCLUDE (id) WITH (fillfactor = 60) WHERE points > 2;
COMMENT ON INDEX app."Users Lower" IS 'an index';
ALTER INDEX app."Users Lower" ALTER COLUMN 1 SET STATISTICS 300;
CREATE INDEX users_born_idx ON app.users (born, slug text_pattern_ops);
CREATE UNIQUE INDEX users_identity ON app.users (email);
ALTER TABLE app.users REPLICA IDENTITY USING INDEX users_identity;
ALTER TABLE app.users CLUSTER ON users_born_idx;
CREATE STATISTICS app.users_stat (ndistinct, mcv) ON name, born, (lower(name)) FROM app.users;
ALTER STATISTICS app.users_stat SET STATISTICS 50;
ALTER STATISTICS app.users_stat OWNER TO app_owner;
COMMENT ON STATISTICS app.users_stat IS 'statistics';

CREATE TABLE app.orders (
    id bigserial,
    user_id bigint,
    line smallint DEFAULT nextval('app.tickets'),
    during tstzrange,
    note text,
    CONSTRAINT orders_pk PRIMARY KEY (id),
    CONSTRAINT orders_line UNIQUE (line) DEFERRABLE,
    CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES app.users (id) MATCH FULL
        ON UPDATE CASCADE ON DELETE SET NULL (user_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT no_overlap EXCLUDE USING gist (user_id ext.gist_int8_ops WITH OPERATOR(pg_catalog.=),
        during WITH OPERATOR(pg_catalog.&&)) WITH (fillfactor = 90) WHERE (line > 0) DEFERRABLE,
    CONSTRAINT line_check CHECK (line > 0) NO INHERIT
);
ALTER TABLE app.orders ADD CONSTRAINT late_fk FOREIGN KEY (line) REFERENCES app.orders (id) NOT VALID;
COMMENT ON CONSTRAINT orders_user_fk ON app.orders IS 'fk';
ALTER TABLE app.orders DROP COLUMN note, ADD COLUMN note text DEFAULT 'back\slash';
ALTER TABLE app.orders ADD CONSTRAINT late_check CHECK (note <> 'x') NOT VALID;
ALTER TABLE app.orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY FULL;
ALTER SEQUENCE app.orders_id_seq CACHE 5;
GRANT USAGE ON SEQUENCE app.orders_id_seq TO app_reader;
CREATE UNLOGGED TABLE app.cache (id integer GENERATED BY DEFAULT AS IDENTITY, body bytea DEFAULT '\x00ff');
CREATE TABLE "Odd.Schema"."Table.One" ("Column.One" integer, "Order" app.cache);
CREATE TABLE app.no_columns ();
CREATE TABLE "Odd.Schema"."%s $$ 'ACL' ""ALTER"" \" ("%I $1" serial, "sel ect" text COLLATE "C")
    WITH (fillfactor = 70);
GRANT SELECT, INSERT ("%I $1") ON "Odd.Schema"."%s $$ 'ACL' ""ALTER"" \" TO app_reader;
COMMENT ON COLUMN "Odd.Schema"."%s $$ 'ACL' ""ALTER"" \"."sel ect" IS '$$ %s';
CREATE DOMAIN "Odd.Schema"."a%sb'c" AS text CONSTRAINT "%I '" CHECK (VALUE <> '%I');
CREATE FUNCTION "Odd.Schema"."f'%s"("a %s" "Odd.Schema"."a%sb'c") RETURNS text LANGUAGE sql AS 'SELECT ''$$''';
REVOKE ALL ON FUNCTION "Odd.Schema"."f'%s"("Odd.Schema"."a%sb'c") FROM PUBLIC;

-- partitions
CREATE TABLE app.events (
    id bigint NOT NULL, at timestamptz NOT NULL, kind text, body text DEFAULT 'parent',
    CONSTRAINT events_pk PRIMARY KEY (id, at), CONSTRAINT kind_check CHECK (kind <> '')
) PARTITION BY RANGE (at);
CREATE INDEX events_kind_idx ON app.events (lower(kind));
CREATE TABLE app.events_2024 PARTITION OF app.events (kind DEFAULT 'k', CHECK (id > 0))
    FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00') PARTITION BY LIST (id);
CREATE TABLE app.events_2024_a PARTITION OF app.events_2024 FOR VALUES IN (1, 2) WITH (fillfactor = 50);
CREATE TABLE app.events_rest (extra text, body text, kind text, at timestamptz NOT NULL, id bigint NOT NULL,
    CONSTRAINT kind_check CHECK (kind <> ''));
ALTER TABLE app.events_rest DROP COLUMN extra;
ALTER TABLE app.events ATTACH PARTITION app.events_rest DEFAULT;
CREATE TABLE app.hashed (id uuid, lower_id text, PRIMARY KEY (id)) PARTITION BY HASH (id);
CREATE TABLE app.hashed_0 PARTITION OF app.hashed FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE app.event_log (event_id bigint, event_at timestamptz,
    FOREIGN KEY (event_id, event_at) REFERENCES app.events (id, at));

-- old style inheritance and typed tables
CREATE TABLE app.base (id integer, CHECK (id > 0));
CREATE TABLE app.derived (more text) INHERITS (app.base);
CREATE TABLE app.typed OF app.address;

-- views
CREATE VIEW app.active WITH (security_barrier, security_invoker = true) AS
    SELECT u.id, u.name, u.feeling, app.slug(u.name::text) AS slug FROM app.users u WHERE u.points > 0
    WITH LOCAL CHECK OPTION;
COMMENT ON VIEW app.active IS 'active users';
COMMENT ON COLUMN app.active.name IS 'the name';
ALTER VIEW app.active ALTER COLUMN name SET DEFAULT 'view default';
ALTER VIEW app.active OWNER TO app_owner;
GRANT SELECT ON app.active TO app_reader;
GRANT UPDATE (name) ON app.active TO app_reader;
CREATE VIEW app.per_user ("User", orders) AS
    SELECT u.id, count(o.id) FROM app.users u LEFT JOIN app.orders o ON o.user_id = u.id GROUP BY u.id HAVING u.name <> 'x';
CREATE VIEW app.values_view (a, b) AS VALUES (1, 'x'::text), (2, 'y');
CREATE RECURSIVE VIEW app.numbers (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM numbers WHERE n < 10;
CREATE VIEW app.on_view AS SELECT a.name, p.orders FROM app.active a JOIN app.per_user p ON p."User" = a.id;
CREATE MATERIALIZED VIEW app.totals WITH (fillfactor = 75) AS
    SELECT p."User", p.orders, 'x' || p.orders AS label FROM app.per_user p;
CREATE UNIQUE INDEX totals_user ON app.totals ("User");
ALTER MATERIALIZED VIEW app.totals CLUSTER ON totals_user;
ALTER MATERIALIZED VIEW app.totals ALTER label SET STORAGE EXTERNAL, ALTER label SET STATISTICS 10;
COMMENT ON MATERIALIZED VIEW app.totals IS 'totals';
COMMENT ON COLUMN app.totals.label IS 'label';
ALTER MATERIALIZED VIEW app.totals OWNER TO app_owner;
GRANT SELECT ON app.totals TO app_reader;
GRANT SELECT ON app.per_user TO app_owner;
CREATE MATERIALIZED VIEW app.not_filled AS SELECT 1 AS one WITH NO DATA;
CREATE FUNCTION app.names() RETURNS SETOF text BEGIN ATOMIC SELECT name FROM app.users; END;
CREATE FUNCTION app.of_row(u app.users) RETURNS text LANGUAGE sql AS 'SELECT u.name';

-- triggers, rules, policies
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT OR UPDATE OF name, email ON app.users
    FOR EACH ROW WHEN (NEW.name <> 'x') EXECUTE FUNCTION app.touch('a', 'b''c');
CREATE TRIGGER "After All" AFTER UPDATE ON app.users REFERENCING OLD TABLE AS o NEW TABLE AS n
    FOR EACH STATEMENT EXECUTE FUNCTION app.touch();
CREATE CONSTRAINT TRIGGER checked AFTER INSERT ON app.orders FROM app.users DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER instead INSTEAD OF INSERT ON app.per_user FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER part BEFORE INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE TRIGGER second BEFORE INSERT ON app.events FOR EACH ROW EXECUTE FUNCTION app.touch();
COMMENT ON TRIGGER touch ON app.users IS 'touch';
ALTER TABLE app.users DISABLE TRIGGER "After All";
ALTER TABLE app.orders ENABLE ALWAYS TRIGGER checked;
ALTER TABLE app.events_2024_a DISABLE TRIGGER part;
ALTER TABLE app.events DISABLE TRIGGER second;
CREATE RULE keep AS ON DELETE TO app.cache WHERE (OLD.id < 10) DO INSTEAD NOTHING;
CREATE RULE "Also" AS ON UPDATE TO app.cache DO ALSO (UPDATE app.orders SET note = 'x';
    DELETE FROM app.cache WHERE cache.id = NEW.id);
COMMENT ON RULE keep ON app.cache IS 'keep';
ALTER TABLE app.cache ENABLE REPLICA RULE keep;
CREATE RULE to_users AS ON INSERT TO app.on_view DO INSTEAD INSERT INTO app.cache DEFAULT VALUES;
CREATE POLICY own ON app.orders FOR UPDATE TO app_reader, app_owner USING (user_id = 1) WITH CHECK (line > 0);
CREATE POLICY "All Of" ON app.orders AS RESTRICTIVE USING (app.slug(note) <> 'x');
COMMENT ON POLICY own ON app.orders IS 'own orders';

-- publications, default privileges
CREATE PUBLICATION app_pub FOR TABLE app.users (id, email, name) WHERE (id > 3), app.orders
    WITH (publish = 'insert, update', publish_via_partition_root = true);
CREATE PUBLICATION app_schema_pub FOR TABLES IN SCHEMA app, "Odd.Schema";
COMMENT ON PUBLICATION app_pub IS 'pub';
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA app GRANT SELECT, INSERT ON TABLES TO app_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO app_reader WITH GRANT OPTION;

-- what can only be compared
CREATE FUNCTION app.same(app.mood, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE OPERATOR app.=== (FUNCTION = app.same, LEFTARG = app.mood, RIGHTARG = text, HASHES);
CREATE TEXT SEARCH CONFIGURATION app.words (COPY = pg_catalog.english);
CREATE TEXT SEARCH DICTIONARY app.short (TEMPLATE = pg_catalog.simple, stopwords = 'english');
CREATE CONVERSION app.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE FUNCTION app.of_address(app.address) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.street';
CREATE CAST (app.address AS text) WITH FUNCTION app.of_address(app.address) AS ASSIGNMENT;
