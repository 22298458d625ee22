// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import static dev.rollback.postgres.PostgresFixture.find;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.capture.Scope;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Sequence;
import dev.rollback.model.Setting;
import dev.rollback.model.Table;
import dev.rollback.postgres.PostgresFixture;
import dev.rollback.postgres.server.PostgresSession;
import dev.rollback.testservers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model says of a database with one of every kind of object. */
class PostgresSchemaReaderTest {
    private static final ObjectId USERS = ObjectId.table("app", "users");
    private static final ObjectId ORDERS = ObjectId.table("app", "orders");
    private static final ObjectId EVENTS = ObjectId.table("app", "events");

    private static PostgresFixture fixture;
    private static TestDatabase database;
    private static DatabaseModel model;

    @BeforeAll
    static void readEverything() throws SQLException {
        fixture = new PostgresFixture();
        database = fixture.everything();
        model = PostgresFixture.read(database);
    }

    @AfterAll
    static void dropEverything() {
        database.close();
        fixture.close();
    }

    @Test
    void everyKindIsFound() {
        EnumSet<ObjectKind> found = EnumSet.noneOf(ObjectKind.class);
        model.objects().forEach(o -> found.add(o.id().kind()));

        assertThat(found).isEqualTo(EnumSet.complementOf(EnumSet.of(ObjectKind.EVENT)));
    }

    @Test
    void columns() {
        Table users = find(model, Table.class, USERS);

        assertThat(users.columns().stream().map(Column::definition).toList())
                .startsWith(
                        "id bigint not null identity ALWAYS",
                        "email ext.citext not null",
                        "name character varying(100) collate app.german not null default 'nobody'::character varying",
                        "Odd \"Name numeric(10,2) default 0.5",
                        "feeling app.mood default 'happy'::app.mood",
                        "feelings app.mood[] default '{}'::app.mood[]",
                        "home app.address",
                        "points app.positive",
                        "price money default 12.5",
                        "born timestamp with time zone default '2019-12-31 23:00:00+00'::timestamp with time zone",
                        "wait interval default '1 day 02:03:04'::interval",
                        "slug text generated (app.slug((name)::text)) STORED");
        assertThat(users.columns().stream().filter(Column::userType).map(Column::name))
                .containsExactly("email", "feeling", "feelings", "home", "points");
        assertThat(find(model, Table.class, ORDERS).columns())
                .extracting(Column::nativeNo)
                .containsExactly(1, 2, 3, 4, 6);
    }

    @Test
    void partitions() {
        Table events = find(model, Table.class, EVENTS);
        Table rest = find(model, Table.class, ObjectId.table("app", "events_rest"));
        Table inner = find(model, Table.class, ObjectId.table("app", "events_2024"));

        assertThat(events.partitionedBy()).isEqualTo("RANGE (at)");
        assertThat(events.dependsOn()).isEmpty();
        assertThat(inner.partitionedBy()).isEqualTo("LIST (id)");
        assertThat(inner.partitionOf()).isEqualTo(EVENTS);
        assertThat(inner.bound()).isEqualTo("FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00')");
        assertThat(inner.inlineChecks()).containsExactly("CONSTRAINT kind_check CHECK ((kind <> ''::text))");
        assertThat(inner.dependsOn()).containsExactly(EVENTS);
        assertThat(rest.bound()).isEqualTo("DEFAULT");
        assertThat(find(model, Constraint.class, ObjectId.on(ObjectKind.PRIMARY_KEY, inner.id(), "events_2024_pkey"))
                        .partOf())
                .isEqualTo(ObjectId.on(ObjectKind.PRIMARY_KEY, EVENTS, "events_pk"));
        assertThat(find(model, Index.class, ObjectId.on(ObjectKind.INDEX, inner.id(), "events_2024_lower_idx"))
                        .partOf())
                .isEqualTo(ObjectId.on(ObjectKind.INDEX, EVENTS, "events_kind_idx"));
    }

    @Test
    void tablesThatCannotBeMadeAnewSayWhy() {
        assertThat(find(model, Table.class, ObjectId.table("app", "base")).limit())
                .isEqualTo("is inherited by app.derived");
        assertThat(find(model, Table.class, ObjectId.table("app", "derived")).limit())
                .isEqualTo("inherits from app.base");
        assertThat(find(model, Table.class, ObjectId.table("app", "typed")).limit())
                .isEqualTo("is of type app.address");
        assertThat(find(model, Table.class, USERS).limit()).isEmpty();
    }

    @Test
    void constraints() {
        Constraint foreignKey =
                find(model, Constraint.class, ObjectId.on(ObjectKind.FOREIGN_KEY, ORDERS, "orders_user_fk"));

        assertThat(foreignKey.text())
                .isEqualTo("FOREIGN KEY (user_id) REFERENCES app.users(id) MATCH FULL ON UPDATE CASCADE "
                        + "ON DELETE SET NULL (user_id) DEFERRABLE INITIALLY DEFERRED");
        assertThat(foreignKey.columns()).containsExactly("user_id");
        assertThat(foreignKey.references()).isEqualTo(USERS);
        assertThat(foreignKey.referencedColumns()).containsExactly("id");
        assertThat(foreignKey.dependsOn())
                .containsExactlyInAnyOrder(USERS, ObjectId.on(ObjectKind.PRIMARY_KEY, USERS, "users_pkey"));
        assertThat(texts(ORDERS, Constraint.class))
                .contains(
                        "UNIQUE (line) DEFERRABLE",
                        "CHECK ((line > 0)) NO INHERIT",
                        "CHECK ((note <> 'x'::text)) NOT VALID",
                        "EXCLUDE USING gist (user_id WITH =, during WITH &&) WITH (fillfactor='90') "
                                + "WHERE ((line > 0)) DEFERRABLE");
        assertThat(texts(USERS, Constraint.class))
                .contains(
                        "UNIQUE (email) INCLUDE (name)",
                        "UNIQUE NULLS NOT DISTINCT (feeling, points) DEFERRABLE INITIALLY DEFERRED");
        assertThat(value(ObjectId.on(ObjectKind.UNIQUE_KEY, USERS, "users_email_key"), "options"))
                .isEqualTo("fillfactor=70");
    }

    private static List<String> texts(ObjectId table, Class<Constraint> type) {
        return model.partsOf(table).stream()
                .filter(type::isInstance)
                .map(o -> type.cast(o).text())
                .toList();
    }

    @Test
    void indexes() {
        Index index = find(model, Index.class, ObjectId.on(ObjectKind.INDEX, USERS, "Users Lower"));

        assertThat(index.using())
                .isEqualTo("USING btree (lower((name)::text), ((\"Odd \"\"Name\" + (1)::numeric)) DESC NULLS LAST) "
                        + "INCLUDE (id) WITH (fillfactor='60') WHERE ((points)::integer > 2)");
        assertThat(index.unique()).isTrue();
        assertThat(index.valid()).isTrue();
        assertThat(index.columns()).isEmpty();
        assertThat(find(model, Index.class, ObjectId.on(ObjectKind.INDEX, USERS, "users_born_idx"))
                        .columns())
                .containsExactly("born", "slug");
        ObjectId totals = ObjectId.of(ObjectKind.MATERIALIZED_VIEW, "app", "totals");
        assertThat(find(model, Index.class, ObjectId.on(ObjectKind.INDEX, totals, "totals_user"))
                        .dependsOn())
                .containsExactly(totals);
        assertThat(model.find(ObjectId.on(ObjectKind.INDEX, USERS, "users_pkey")))
                .isEmpty();
    }

    @Test
    void sequences() {
        Sequence tickets = find(model, Sequence.class, ObjectId.of(ObjectKind.SEQUENCE, "app", "tickets"));
        Sequence serial = find(model, Sequence.class, ObjectId.of(ObjectKind.SEQUENCE, "app", "orders_id_seq"));
        Sequence identity = find(model, Sequence.class, ObjectId.of(ObjectKind.SEQUENCE, "app", "users_id_seq"));

        assertThat(tickets.options())
                .isEqualTo("AS integer START WITH 100 INCREMENT BY -5 MINVALUE -1000 MAXVALUE 1000 CACHE 20 CYCLE");
        assertThat(tickets.increment()).isEqualTo(-5);
        assertThat(tickets.position()).isEqualTo(55);
        assertThat(tickets.called()).isFalse();
        assertThat(serial.ownedBy()).isEqualTo(ORDERS);
        assertThat(serial.identityOf()).isNull();
        assertThat(serial.column()).isEqualTo("id");
        assertThat(identity.identityOf()).isEqualTo(USERS);
        assertThat(find(model, Table.class, ORDERS).dependsOn()).contains(serial.id(), tickets.id());
        assertThat(find(model, Table.class, USERS).dependsOn()).doesNotContain(identity.id());
    }

    @Test
    void dependencies() {
        ObjectId slug = ObjectId.of(ObjectKind.FUNCTION, "app", "slug(text, text)");
        ObjectId mood = ObjectId.of(ObjectKind.TYPE, "app", "mood");
        ObjectId address = ObjectId.of(ObjectKind.TYPE, "app", "address");
        ObjectId active = ObjectId.of(ObjectKind.VIEW, "app", "active");
        ObjectId perUser = ObjectId.of(ObjectKind.VIEW, "app", "per_user");
        ObjectId touch = ObjectId.of(ObjectKind.FUNCTION, "app", "touch()");

        assertThat(needs(USERS))
                .containsExactlyInAnyOrder(
                        slug,
                        mood,
                        address,
                        ObjectId.of(ObjectKind.TYPE, "app", "positive"),
                        ObjectId.of(ObjectKind.COLLATION, "app", "german"),
                        ObjectId.of(ObjectKind.EXTENSION, "", "citext"));
        assertThat(needs(address)).containsExactly(mood);
        assertThat(needs(active)).contains(USERS, slug);
        assertThat(needs(perUser)).contains(USERS, ORDERS, ObjectId.on(ObjectKind.PRIMARY_KEY, USERS, "users_pkey"));
        assertThat(needs(ObjectId.of(ObjectKind.VIEW, "app", "on_view"))).contains(active, perUser);
        assertThat(needs(ObjectId.on(ObjectKind.TRIGGER, USERS, "After All"))).containsExactly(touch);
        assertThat(needs(ObjectId.on(ObjectKind.TRIGGER, perUser, "instead")))
                .containsExactlyInAnyOrder(touch, perUser);
        assertThat(needs(ObjectId.on(ObjectKind.POLICY, ORDERS, "All Of"))).containsExactly(slug);
        assertThat(needs(ObjectId.of(ObjectKind.FUNCTION, "app", "names()"))).containsExactly(USERS);
        assertThat(needs(ObjectId.of(ObjectKind.FUNCTION, "app", "of_row(app.users)")))
                .containsExactly(USERS);
        assertThat(needs(ObjectId.of(ObjectKind.STATISTICS, "app", "users_stat")))
                .contains(USERS);
        assertThat(needs(ObjectId.of(ObjectKind.TYPE, "app", "span")))
                .containsExactly(
                        ObjectId.of(ObjectKind.FUNCTION, "app", "distance(double precision, double precision)"));
        assertThat(needs(ObjectId.of(ObjectKind.AGGREGATE, "app", "total(integer)")))
                .containsExactly(ObjectId.of(ObjectKind.FUNCTION, "app", "plus(integer, integer)"));
        assertThat(needs(ObjectId.on(ObjectKind.PUBLICATION_TABLE, USERS, "app_pub")))
                .containsExactly(ObjectId.of(ObjectKind.PUBLICATION, "", "app_pub"));
        assertThat(needs(ObjectId.table("Odd.Schema", "Table.One"))).containsExactly(ObjectId.table("app", "cache"));
        assertThat(needs(ObjectId.on(ObjectKind.RULE, ObjectId.table("app", "cache"), "Also")))
                .containsExactly(ORDERS);
    }

    @Test
    void dependenciesAreObjectsOfTheModelAndNeverTheObjectItself() {
        for (SchemaObject object : model.objects()) {
            assertThat(object.dependsOn())
                    .as("%s", object.id())
                    .doesNotContain(object.id())
                    .allMatch(model::contains);
        }
    }

    private static Iterable<ObjectId> needs(ObjectId id) {
        return find(model, SchemaObject.class, id).dependsOn();
    }

    @Test
    void settingsAreInOrderAndNamedOnce() {
        for (SchemaObject object : model.objects()) {
            assertThat(object.settings().stream().map(Setting::name))
                    .as("%s", object.id())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void privilegesAreListedInTheOrderOfTheCatalog() {
        assertThat(value(USERS, "privileges"))
                .isEqualTo(fixture.withRoles("""
                        INSERT, SELECT, UPDATE, DELETE, REFERENCES, TRIGGER%s to app_owner
                        SELECT, UPDATE to app_reader with grant option
                        SELECT to PUBLIC by app_reader
                        SELECT ("Odd ""Name") to app_reader
                        INSERT (email) to app_reader
                        INSERT (name) to app_reader
                        SELECT (name) to PUBLIC""".formatted(fixture.server.majorVersion() >= 17 ? ", MAINTAIN" : "")));
        assertThat(value(ObjectId.table("app", "cache"), "privileges")).isEmpty();
    }

    private static String value(ObjectId id, String setting) {
        return find(model, SchemaObject.class, id).settings().stream()
                .filter(s -> s.name().equals(setting))
                .map(Setting::value)
                .collect(Collectors.joining());
    }

    @Test
    void readingTwiceFindsTheSame() throws SQLException {
        assertThat(PostgresFixture.read(database).fingerprint()).isEqualTo(model.fingerprint());
    }

    @Test
    void twoDatabasesOfTheSameScriptAreEqual() throws SQLException {
        try (TestDatabase twin = fixture.server.freshDatabase()) {
            twin.execute("CREATE TABLE to_shift_oids (id serial PRIMARY KEY, t text)");
            fixture.run(twin, "everything.sql");
            if (fixture.server.majorVersion() >= 18) {
                fixture.run(twin, "everything-18.sql");
            }
            DatabaseModel other = PostgresFixture.read(twin);

            assertThat(other.fingerprint()).isEqualTo(model.fingerprint());
            assertThat(other.database()).isNotEqualTo(model.database());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TYPE app.mood RENAME VALUE 'sad' TO 'glum'",
                "ALTER TYPE app.nothing ADD ATTRIBUTE one text",
                "ALTER DOMAIN app.positive DROP DEFAULT",
                "ALTER DOMAIN app.positive RENAME CONSTRAINT \"Not 7\" TO other",
                "ALTER SEQUENCE app.tickets CACHE 21",
                "ALTER FUNCTION app.slug STABLE",
                "ALTER PROCEDURE app.\"Tidy Up\" SECURITY INVOKER",
                "ALTER TABLE app.users ALTER COLUMN price TYPE numeric",
                "ALTER TABLE app.users ALTER COLUMN price SET NOT NULL",
                "ALTER TABLE app.users ALTER COLUMN price DROP DEFAULT",
                "ALTER TABLE app.users ALTER COLUMN id SET GENERATED BY DEFAULT",
                "ALTER TABLE app.users ALTER COLUMN slug DROP EXPRESSION",
                "ALTER TABLE app.users RENAME COLUMN price TO cost",
                "ALTER TABLE app.users RENAME CONSTRAINT users_email_key TO mail",
                "CREATE UNLOGGED TABLE app.another ()",
                "ALTER TABLE app.events DETACH PARTITION app.events_rest",
                "ALTER TABLE app.orders ALTER CONSTRAINT orders_user_fk NOT DEFERRABLE",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT late_fk",
                "ALTER TABLE app.orders VALIDATE CONSTRAINT late_check",
                "ALTER INDEX app.\"Users Lower\" SET (fillfactor = 61)",
                "ALTER STATISTICS app.users_stat RENAME TO other",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'app.users_born_idx'::regclass",
                "ALTER VIEW app.active SET (security_barrier = false)",
                "ALTER VIEW app.active RENAME COLUMN name TO called",
                "ALTER TABLE app.users RENAME TO people",
                "REFRESH MATERIALIZED VIEW app.not_filled",
                "ALTER TABLE app.users DISABLE TRIGGER touch",
                "ALTER TABLE app.events_rest DISABLE TRIGGER part",
                "ALTER POLICY own ON app.orders TO PUBLIC",
                "ALTER PUBLICATION app_pub SET (publish = 'insert')",
                "ALTER PUBLICATION app_pub DROP TABLE app.orders",
                "ALTER PUBLICATION app_schema_pub DROP TABLES IN SCHEMA app",
                "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner IN SCHEMA app REVOKE INSERT ON TABLES FROM app_reader",
                "ALTER EXTENSION citext SET SCHEMA app",
                "ALTER OPERATOR app.=== (app.mood, text) SET (RESTRICT = eqsel)",
                "ALTER TEXT SEARCH CONFIGURATION app.words DROP MAPPING FOR uint",
                "ALTER TEXT SEARCH DICTIONARY app.short (stopwords = 'german')",
                "DROP CAST (app.address AS text)",
                "DROP CONVERSION app.latin"
            })
    void everyChangeShows(String change) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(fixture.withRoles(change));
            PostgresSession.prepare(connection);
            DatabaseModel changed = new PostgresSchemaReader().read(connection, Scope.of(PostgresFixture.SCHEMAS));
            connection.rollback();

            assertThat(changed.fingerprint()).isNotEqualTo(model.fingerprint());
        }
    }

    @Test
    void rowsAreNotStructure() throws SQLException {
        database.execute("INSERT INTO app.cache DEFAULT VALUES; SELECT nextval('app.quick')");

        assertThat(PostgresFixture.read(database).fingerprint()).isEqualTo(model.fingerprint());
    }

    @Test
    void definitionsOfOpaqueObjectsMakeThem() {
        OpaqueObject view = find(model, OpaqueObject.class, ObjectId.of(ObjectKind.VIEW, "app", "per_user"));

        assertThat(view.create()).containsExactly(view.definition());
        assertThat(view.drop()).containsExactly("DROP VIEW app.per_user");
        assertThat(view.shape()).isEqualTo("User bigint, orders bigint");
        assertThat(find(
                                model,
                                OpaqueObject.class,
                                ObjectId.of(ObjectKind.PROCEDURE, "app", "Tidy Up(integer, integer, integer)"))
                        .drop())
                .containsExactly(
                        "DROP PROCEDURE app.\"Tidy Up\"(IN a integer, INOUT b integer, OUT c text, IN d integer)");
    }
}
