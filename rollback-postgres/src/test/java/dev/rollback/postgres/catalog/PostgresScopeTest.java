// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.capture.Scope;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.postgres.PostgresFixture;
import dev.rollback.postgres.server.PostgresSession;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read, and by whom. */
class PostgresScopeTest {
    private static final Scope APP = Scope.of(List.of("app", "missing"));

    private final TestPostgres server = TestPostgres.shared();
    private final TestDatabase database = server.freshDatabase();

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void aMissingSchemaIsPassedOver() throws SQLException {
        assertThat(PostgresFixture.read(database, APP).objects()).isEmpty();
    }

    @Test
    void otherSchemasTemporaryTablesAndWhatBelongsToExtensionsAreLeftOut() throws SQLException {
        database.execute("""
                CREATE SCHEMA app; CREATE SCHEMA other; CREATE TABLE other.t (id serial);
                CREATE EXTENSION hstore SCHEMA app;
                """);
        try (Connection connection = database.connection();
                PostgresSession session = PostgresSession.prepare(connection)) {
            connection.createStatement().execute("CREATE TEMPORARY TABLE t (id serial)");
            DatabaseModel model = new PostgresSchemaReader().read(connection, APP);

            assertThat(model.objects())
                    .extracting(o -> o.id().kind())
                    .containsExactly(ObjectKind.SCHEMA, ObjectKind.EXTENSION);
        }
    }

    @Test
    void partitionsAreReadWhereverTheyAre() throws SQLException {
        database.execute("""
                CREATE SCHEMA app; CREATE SCHEMA archive;
                CREATE TABLE app.t (id integer PRIMARY KEY) PARTITION BY LIST (id);
                CREATE TABLE archive.t_1 PARTITION OF app.t FOR VALUES IN (1) PARTITION BY LIST (id);
                CREATE TABLE archive.t_1_1 PARTITION OF archive.t_1 FOR VALUES IN (1);
                """);

        assertThat(PostgresFixture.read(database, APP).objects())
                .extracting(o -> o.id().path())
                .containsExactly(
                        "app",
                        "app.t",
                        "archive.t_1",
                        "archive.t_1_1",
                        "app.t.t_pkey",
                        "archive.t_1.t_1_pkey",
                        "archive.t_1_1.t_1_1_pkey");
    }

    @Test
    void objectsAreFollowedToWhereTheyAreNow() throws SQLException {
        database.execute("""
                CREATE SCHEMA app; CREATE SCHEMA archive;
                CREATE TABLE app.t (id serial PRIMARY KEY, n integer CHECK (n > 0)); CREATE INDEX i ON app.t (n);
                CREATE TYPE app.pair AS (a integer, b integer);
                CREATE FUNCTION app.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                CREATE VIEW app.v AS SELECT 1 AS one;
                CREATE STATISTICS app.s ON id, n FROM app.t;
                CREATE PUBLICATION p FOR TABLE app.t;
                """);
        DatabaseModel snapshot = PostgresFixture.read(database, APP);

        database.execute("""
                ALTER TABLE app.t RENAME TO u; ALTER TABLE app.u SET SCHEMA archive;
                ALTER TYPE app.pair SET SCHEMA archive; ALTER FUNCTION app.f() SET SCHEMA archive;
                ALTER VIEW app.v SET SCHEMA archive;
                ALTER PUBLICATION p DROP TABLE archive.u; ALTER PUBLICATION p RENAME TO q;
                ALTER TABLE archive.u ADD COLUMN more integer GENERATED ALWAYS AS IDENTITY;
                CREATE TABLE archive.not_followed (id integer);
                """);
        DatabaseModel live = PostgresFixture.read(database, Scope.following(snapshot, List.of()));

        assertThat(live.objects())
                .extracting(o -> o.id().toString())
                .containsExactly(
                        "schema app",
                        "type archive.pair",
                        "sequence archive.t_id_seq",
                        "sequence archive.u_more_seq",
                        "function archive.f()",
                        "table archive.u",
                        "primary key archive.u.t_pkey",
                        "check constraint archive.u.t_n_check",
                        "index archive.u.i",
                        "extended statistics app.s",
                        "view archive.v",
                        "publication q");
        assertThat(PostgresFixture.find(live, OpaqueObject.class, ObjectId.of(ObjectKind.TYPE, "archive", "pair"))
                        .definition())
                .isEqualTo("CREATE TYPE archive.pair AS (\n    a integer,\n    b integer\n)");
    }

    @Test
    void aRenamedSchemaIsFollowedWithAllThatIsInIt() throws SQLException {
        database.execute("CREATE SCHEMA app; CREATE TABLE app.old ()");
        DatabaseModel snapshot = PostgresFixture.read(database, APP);
        database.execute("ALTER SCHEMA app RENAME TO moved; CREATE TABLE moved.added (); CREATE SCHEMA app");

        assertThat(PostgresFixture.read(database, Scope.following(snapshot, List.of()))
                        .objects())
                .extracting(o -> o.id().path())
                .containsExactly("app", "moved", "moved.added", "moved.old");
    }

    @Test
    void numbersOfTheSystemAreNotFollowed() throws SQLException {
        Set<Long> system = Set.of(16L, 25L, 1247L, 1255L, 1259L, 2200L);

        assertThat(PostgresFixture.read(database, new Scope(List.of(), system, Set.of()))
                        .objects())
                .extracting(o -> o.id().toString())
                .containsExactly("schema public");
    }

    @Test
    void anOrdinaryRoleReadsAsMuchAsASuperuser() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase full = fixture.everything()) {
            full.execute(fixture.withRoles("""
                    GRANT USAGE ON SCHEMA app, "Odd.Schema" TO app_reader;
                    GRANT SELECT ON ALL SEQUENCES IN SCHEMA app, "Odd.Schema" TO app_reader;
                    """));

            assertThat(PostgresFixture.read(full.as(fixture.reader)).fingerprint())
                    .isEqualTo(PostgresFixture.read(full).fingerprint());
        }
    }

    @Test
    void theNumberOfQueriesDoesNotGrowWithTheNumberOfObjects() throws SQLException {
        try (PostgresFixture fixture = new PostgresFixture();
                TestDatabase full = fixture.everything()) {
            assertThat(queries(full)).isEqualTo(queries(database)).isLessThan(30);
        }
    }

    private static int queries(TestDatabase database) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = database.connection();
                PostgresSession session = PostgresSession.prepare(connection)) {
            Connection counting = (Connection) Proxy.newProxyInstance(
                    PostgresScopeTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (p, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            count.incrementAndGet();
                        }
                        return method.invoke(connection, arguments);
                    });
            new PostgresSchemaReader().read(counting, Scope.of(PostgresFixture.SCHEMAS));
        }
        return count.get();
    }

    @Test
    void aSequenceThatMustNotBeReadIsNamed() throws SQLException {
        database.execute("CREATE SCHEMA app; CREATE SEQUENCE app.numbers");
        try (TestRole role = server.freshRole()) {
            database.execute("GRANT USAGE ON SCHEMA app TO " + role.name());

            assertThatThrownBy(() -> PostgresFixture.read(database.as(role), APP))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for sequence numbers");
        }
    }

    @Test
    void theDatabaseIsKnownUnderAnotherName() throws SQLException {
        String before = PostgresFixture.read(database, APP).database();
        try (TestDatabase other = server.freshDatabase()) {
            other.execute("ALTER DATABASE " + database.name() + " RENAME TO " + database.name() + "_renamed");
            other.execute("ALTER DATABASE " + database.name() + "_renamed RENAME TO " + database.name());

            assertThat(PostgresFixture.read(database, APP).database()).isEqualTo(before);
            assertThat(PostgresFixture.read(other, APP).database()).isNotEqualTo(before);
        }
    }

    @Test
    void aSessionThatIsNotPreparedIsRefused() throws SQLException {
        try (Connection connection = database.connection()) {
            assertThatThrownBy(() -> new PostgresSchemaReader().read(connection, APP))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("search_path is \"$user\", public");
        }
    }
}
