// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Range;
import dev.rollback.dialect.Server.Size;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.LockLevel;
import dev.rollback.postgres.ddl.DdlFixture;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {
    private final PostgresServer server = new PostgresServer();

    @Test
    void schemas() throws SQLException {
        try (DdlFixture db = new DdlFixture("");
                Connection connection = db.database.connection()) {
            assertThat(server.currentSchema(connection)).hasValue("public");
            execute(connection, "SET search_path = ''");
            assertThat(server.currentSchema(connection)).isEmpty();
            assertThat(server.existingSchemas(connection, List.of("kept", "none", "app")))
                    .containsExactly("app", "kept");
            assertThat(server.existingSchemas(connection, List.of())).isEmpty();
        }
    }

    @Test
    void readOnly() throws SQLException {
        try (DdlFixture db = new DdlFixture("");
                Connection connection = db.database.connection()) {
            assertThat(server.whyReadOnly(connection)).isEmpty();
            execute(connection, "SET default_transaction_read_only = on");
            assertThat(server.whyReadOnly(connection))
                    .hasValueSatisfying(w -> assertThat(w).contains("read-only"));
        }
    }

    @Test
    void transactions() throws SQLException {
        try (DdlFixture db = new DdlFixture("");
                Connection connection = db.database.connection()) {
            server.beginSnapshot(connection, Duration.ofSeconds(3));
            assertThat(show(connection, "transaction_isolation")).isEqualTo("repeatable read");
            connection.rollback();
            execute(connection, "SET statement_timeout = '3s'");
            connection.commit();
            server.beginRun(connection, Duration.ofMillis(1500));
            assertThat(show(connection, "transaction_isolation")).isEqualTo("read committed");
            assertThat(show(connection, "lock_timeout")).isEqualTo("1500ms");
            assertThat(show(connection, "statement_timeout")).isEqualTo("0");
            String position = server.position(connection);
            assertThat(server.position(connection)).isEqualTo(position).matches("\\d+ \\d+");
            connection.commit();
            assertThat(show(connection, "lock_timeout")).isEqualTo("0");
            assertThat(show(connection, "statement_timeout")).isEqualTo("3s");
            assertThat(server.position(connection)).isNotEqualTo(position);
        }
    }

    @Test
    void onlyOneSessionHasTheLock() throws SQLException {
        try (DdlFixture db = new DdlFixture("");
                Connection one = db.database.connection();
                Connection other = db.database.connection()) {
            assertThat(server.locks().tryLock(one, "kept")).isTrue();
            assertThat(server.locks().tryLock(other, "kept")).isFalse();
            assertThat(server.locks().tryLock(other, "kept2")).isTrue();
            server.locks().unlock(other, "kept");
            assertThat(server.locks().tryLock(other, "kept")).isFalse();
            server.locks().unlock(one, "kept");
            assertThat(server.locks().tryLock(other, "kept")).isTrue();
        }
    }

    @Test
    void writersWait() throws SQLException {
        try (DdlFixture db = new DdlFixture("CREATE TABLE b (id int); CREATE TABLE a (id int)");
                Connection run = db.database.connection();
                Connection writer = db.database.connection()) {
            server.beginRun(run, Duration.ofSeconds(1));
            server.locks().take(run, List.of(), LockLevel.ALL_WAIT, true);
            server.locks()
                    .take(
                            run,
                            List.of(new Relation("app", "b"), new Relation("app", "a"), new Relation("app", "gone")),
                            LockLevel.WRITERS_WAIT,
                            false);
            assertThat(show(run, "lock_timeout")).isEqualTo("1s");
            execute(writer, "SET lock_timeout = 200");
            execute(writer, "SELECT * FROM app.a");
            assertThatThrownBy(() -> execute(writer, "INSERT INTO app.a VALUES (1)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(new PostgresErrors().kind(e)).isEqualTo(Kind.CONFLICT));
        }
    }

    @Test
    void sizes() throws SQLException {
        try (DdlFixture db = new DdlFixture("""
                        CREATE TABLE analysed AS SELECT g AS id, repeat('x', 90) AS t FROM generate_series(1, 5000) g;
                        CREATE TABLE fresh AS SELECT * FROM analysed;
                        CREATE TABLE p (id int) PARTITION BY LIST (id);
                        CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
                        CREATE TABLE p2 PARTITION OF p DEFAULT PARTITION BY LIST (id);
                        CREATE TABLE p21 PARTITION OF p2 DEFAULT;
                        CREATE TABLE empty ();
                        INSERT INTO p SELECT 1 + g % 2 FROM generate_series(1, 3000) g;
                        ANALYZE analysed; ANALYZE p1; ANALYZE p21;
                        """);
                Connection connection = db.database.connection()) {
            Map<ObjectId, Size> sizes = server.sizes(
                    connection, List.of(table("analysed"), table("fresh"), table("p"), table("empty"), table("none")));
            assertThat(sizes).containsOnlyKeys(table("analysed"), table("fresh"), table("p"), table("empty"));
            assertThat(size(sizes, "analysed").rows()).isEqualTo(5000);
            assertThat(size(sizes, "analysed").bytes()).isBetween(500_000L, 2_000_000L);
            assertThat(size(sizes, "fresh").rows()).isBetween(500L, 10_000L);
            assertThat(size(sizes, "p").rows()).isEqualTo(3000);
            assertThat(size(sizes, "p").bytes()).isGreaterThan(100_000);
            assertThat(size(sizes, "empty")).isEqualTo(new Size(0, 0));
            assertThat(server.sizes(connection, List.of())).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 100, 1000, 1_000_000})
    void rangesCoverEachRowOnce(long rowsPerRange) throws SQLException {
        try (DdlFixture db = new DdlFixture("""
                        CREATE TABLE p (id int, t text) PARTITION BY LIST (id);
                        CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
                        CREATE TABLE "P 2" PARTITION OF p DEFAULT PARTITION BY LIST (id);
                        CREATE TABLE p21 PARTITION OF "P 2" FOR VALUES IN (2);
                        CREATE TABLE kept.p3 PARTITION OF "P 2" DEFAULT;
                        INSERT INTO p SELECT 1 + g % 4, repeat('x', 200) FROM generate_series(1, 2000) g;
                        DELETE FROM p WHERE ctid < '(3,0)'::tid AND id = 1;
                        ANALYZE p1;
                        """);
                Connection connection = db.database.connection()) {
            for (String table : List.of("p", "p1", "P 2")) {
                List<Range> ranges = server.ranges(connection, new Relation("app", table), rowsPerRange);
                long sum = 0;
                for (Range range : ranges) {
                    sum += number(
                            connection, "SELECT count(*) FROM " + range.source() + " c WHERE " + range.condition());
                    assertThat(range.rows()).isNotNegative();
                }
                assertThat(sum)
                        .isEqualTo(number(connection, "SELECT count(*) FROM app.\"" + table + "\""))
                        .isPositive();
                assertThat(ranges.size()).isGreaterThan(rowsPerRange == 1 ? 10 : 0);
            }
            // rows that come after the ranges were made
            List<Range> ranges = server.ranges(connection, new Relation("app", "p1"), rowsPerRange);
            execute(connection, "INSERT INTO app.p SELECT 1, repeat('y', 200) FROM generate_series(1, 2000)");
            Range last = ranges.get(ranges.size() - 1);
            assertThat(number(connection, "SELECT count(*) FROM " + last.source() + " c WHERE " + last.condition()))
                    .isGreaterThan(1000);
        }
    }

    @Test
    void aForeignPartitionHasNoRanges() throws SQLException {
        try (DdlFixture db = new DdlFixture("""
                        CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
                        CREATE TABLE p (id int) PARTITION BY LIST (id);
                        CREATE FOREIGN TABLE f PARTITION OF p DEFAULT SERVER s;
                        """);
                Connection connection = db.database.connection()) {
            assertThatThrownBy(() -> server.ranges(connection, new Relation("app", "p"), 10))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("the partition app.f of app.p is a foreign table");
        }
    }

    @Test
    void missingPrivileges() throws SQLException {
        try (DdlFixture db = new DdlFixture("""
                        CREATE TABLE t (id int);
                        CREATE TABLE secret (id int);
                        ALTER TABLE secret ENABLE ROW LEVEL SECURITY;
                        """);
                TestRole role = TestPostgres.shared().freshRole();
                Connection owner = db.database.connection();
                Connection connection = db.database.as(role).connection()) {
            List<ObjectId> tables = List.of(table("t"), table("secret"));
            assertThat(server.missingPrivileges(owner, run(tables, "kept"))).isEmpty();
            String me = "role " + role.name();
            assertThat(server.missingPrivileges(connection, run(tables, "none")))
                    .contains(
                            me + " lacks CREATE on schema app",
                            me + " lacks USAGE on schema app",
                            me + " lacks CREATE on database " + db.database.name() + ", which schema none needs")
                    .anySatisfy(s -> assertThat(s).startsWith(me + " is neither the owner of table app.t"))
                    .hasSize(5);

            db.database.execute("ALTER SCHEMA app OWNER TO " + role.name() + "; ALTER SCHEMA kept OWNER TO "
                    + role.name() + "; ALTER TABLE app.t OWNER TO " + role.name() + ";ALTER TABLE app.secret OWNER TO "
                    + role.name());
            assertThat(server.missingPrivileges(connection, run(tables, "kept")))
                    .isEmpty();
            execute(connection, "REVOKE SELECT ON app.t FROM " + role.name());
            assertThat(server.missingPrivileges(connection, run(tables, "kept")))
                    .containsExactly(me + " lacks SELECT on table app.t");
            execute(connection, "GRANT SELECT ON app.t TO " + role.name());
            execute(connection, "ALTER TABLE app.secret FORCE ROW LEVEL SECURITY");
            for (String setting : List.of("on", "off")) {
                execute(connection, "SET row_security = " + setting);
                assertThat(server.missingPrivileges(connection, run(tables, "kept")))
                        .containsExactly(me + " lacks BYPASSRLS: row security hides rows of table app.secret from it");
            }
        }
    }

    private static Needs run(List<ObjectId> tables, String backupSchema) {
        return new Needs().reads(tables).changes(tables).makesIn("app").makesIn(backupSchema);
    }

    private static ObjectId table(String name) {
        return ObjectId.table("app", name);
    }

    private static Size size(Map<ObjectId, Size> sizes, String table) {
        return Objects.requireNonNull(sizes.get(table(table)));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
