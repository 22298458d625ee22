// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Range;
import dev.rollback.dialect.Server.Size;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.server.MysqlErrors;
import dev.rollback.mysql.server.MysqlServer;
import dev.rollback.plan.LockLevel;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import dev.rollback.testservers.TestRole;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlServerTest {
    private final MysqlServer server = new MysqlServer();

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void schemas(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection()) {
            db.execute("CREATE TABLE b (id int); CREATE VIEW a AS SELECT * FROM b");
            assertThat(server.currentSchema(connection)).hasValue(db.name());
            assertThat(server.existingSchemas(connection, List.of("none", db.name())))
                    .containsExactly(db.name());
            assertThat(server.existingSchemas(connection, List.of())).isEmpty();
            assertThat(server.relations(connection, db.name())).containsExactly("a", "b");
            assertThat(server.relations(connection, "none")).isEmpty();
            assertThat(server.isSystemSchema("MYSQL")).isTrue();
            assertThat(server.isSystemSchema(db.name())).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void readOnly(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection()) {
            assertThat(server.whyReadOnly(connection)).isEmpty();
            execute(connection, "SET SESSION TRANSACTION READ ONLY");
            assertThat(server.whyReadOnly(connection)).hasValue("the session is read-only (transaction_read_only)");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSnapshotSeesOneMoment(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection()) {
            db.execute("CREATE TABLE t (id int)");
            execute(connection, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
            server.beginSnapshot(connection, Duration.ofMillis(1500));
            db.execute("INSERT INTO t VALUES (1)");
            assertThat(number(connection, "SELECT count(*) FROM t")).isZero();
            assertThat(number(connection, "SELECT @@lock_wait_timeout")).isEqualTo(2);
            assertThat(server.position(connection)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
            connection.rollback();
            server.beginRun(connection, Duration.ofSeconds(3));
            assertThat(number(connection, "SELECT count(*) FROM t")).isEqualTo(1);
            assertThat(number(connection, "SELECT @@innodb_lock_wait_timeout")).isEqualTo(3);
            connection.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void onlyOneSessionHasTheLock(Supplier<TestMysqlServer> at) throws SQLException {
        String longName = "kept".repeat(16);
        try (TestDatabase db = at.get().freshDatabase();
                Connection one = db.connection();
                Connection other = db.connection()) {
            for (String name : List.of(db.name(), longName)) {
                assertThat(server.locks().holder(other, name)).isEmpty();
                assertThat(server.locks().tryLock(one, name)).isTrue();
                assertThat(server.locks().tryLock(other, name)).isFalse();
                assertThat(server.locks().holder(other, name))
                        .hasValueSatisfying(s -> assertThat(s.name()).isEqualTo("session " + numberOf(one)));
            }
            assertThat(server.locks().tryLock(other, longName + "2")).isTrue();
            server.locks().unlock(other, db.name());
            assertThat(server.locks().tryLock(other, db.name())).isFalse();
            server.locks().unlock(one, db.name());
            assertThat(server.locks().tryLock(other, db.name())).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void writersWait(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection run = db.connection();
                Connection writer = db.connection()) {
            db.execute("CREATE TABLE b (id int); CREATE TABLE a (id int); INSERT INTO a VALUES (0)");
            server.beginRun(run, Duration.ofSeconds(1));
            List<Relation> relations = Stream.of("b", "a", "gone")
                    .map(t -> new Relation(db.name(), t))
                    .toList();
            server.locks().take(run, List.of(), LockLevel.WRITERS_WAIT, true);
            server.locks().take(run, relations, LockLevel.WRITERS_WAIT, true);
            execute(writer, "SET innodb_lock_wait_timeout = 1");
            execute(writer, "SELECT * FROM a");
            assertConflict(() -> execute(writer, "INSERT INTO a VALUES (1)"));
            assertConflict(() -> server.locks().take(writer, relations, LockLevel.WRITERS_WAIT, false));
            assertThat(server.locks().blockers(writer, relations.subList(0, 2), LockLevel.WRITERS_WAIT))
                    .anySatisfy(s -> assertThat(s.name()).isEqualTo("session " + numberOf(run)));
            run.rollback();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void sizes(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection();
                MysqlSession session = MysqlSession.prepare(connection)) {
            db.execute("CREATE TABLE t (id int PRIMARY KEY, v varchar(99)); CREATE TABLE vacant (id int);"
                    + " CREATE TABLE p (id int) PARTITION BY LIST (id)"
                    + " (PARTITION p2 VALUES IN (2), PARTITION p1 VALUES IN (1));"
                    + " INSERT INTO p VALUES (1), (1), (2)");
            fillNumbers(connection, "t (id, v) SELECT n, repeat('x', 90)", 5000);
            execute(connection, "ANALYZE TABLE t, p, vacant");
            Map<ObjectId, Size> sizes =
                    server.sizes(connection, List.of(table(db, "t"), table(db, "vacant"), table(db, "none")));
            assertThat(sizes).containsOnlyKeys(table(db, "t"), table(db, "vacant"));
            assertThat(sizes.get(table(db, "t")).rows()).isBetween(4000L, 6000L);
            assertThat(sizes.get(table(db, "t")).bytes()).isBetween(300_000L, 3_000_000L);
            assertThat(server.sizes(connection, List.of())).isEmpty();
            assertThat(server.partitions(connection, table(db, "p")).keySet()).containsExactly("p1", "p2");
            assertThat(server.partitions(connection, table(db, "t"))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void rangesCoverEachRowOnce(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection();
                MysqlSession session = MysqlSession.prepare(connection)) {
            db.execute(
                    "CREATE TABLE number (id bigint unsigned PRIMARY KEY); CREATE TABLE bytes (id binary(16) PRIMARY KEY);"
                            + " CREATE TABLE text (id varchar(40) CHARACTER SET latin1 COLLATE latin1_swedish_ci PRIMARY KEY);"
                            + " CREATE TABLE pair (a date, b varchar(9), n decimal(20,3), PRIMARY KEY (a, b, n));"
                            + " CREATE TABLE keyless (id int); CREATE TABLE part (id int PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3");
            fillNumbers(connection, "number SELECT 18446744073709551615 - n * 7", 2000);
            fillNumbers(connection, "bytes SELECT left(unhex(sha2(n, 256)), 16)", 2000);
            fillNumbers(connection, "text SELECT concat(n % 7, _utf8mb4'é''\\\\x', n)", 2000);
            fillNumbers(connection, "pair SELECT '2020-01-01' + INTERVAL n % 3 DAY, n % 5, n / 1000", 2000);
            fillNumbers(connection, "keyless SELECT n", 2000);
            fillNumbers(connection, "part SELECT n", 2000);
            for (String table : List.of("number", "bytes", "text", "pair", "keyless", "part")) {
                for (long rows : List.of(1L, 300L, 1_000_000L)) {
                    covers(connection, new Relation(db.name(), table), rows);
                }
                assertThat(server.ranges(connection, new Relation(db.name(), table), 300))
                        .hasSize(table.equals("keyless") ? 1 : 7);
            }
        }
    }

    private void covers(Connection connection, Relation relation, long rowsPerRange) throws SQLException {
        long sum = 0;
        for (Range range : server.ranges(connection, relation, rowsPerRange)) {
            sum += number(connection, "SELECT count(*) FROM " + range.source() + " c WHERE " + range.condition());
            assertThat(range.rows()).isNotNegative();
        }
        assertThat(sum).as(relation + " by " + rowsPerRange).isEqualTo(2000);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void dependents(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection()) {
            db.execute("""
                    CREATE TABLE parent (id int PRIMARY KEY);
                    CREATE TABLE t (id int PRIMARY KEY, free int, v int, g int AS (v + 1), KEY (v),
                      CONSTRAINT positive CHECK (v > 0 AND id > 0),
                      CONSTRAINT up FOREIGN KEY (v) REFERENCES parent (id));
                    CREATE VIEW shown AS SELECT x.v AS w FROM t x;
                    CREATE VIEW others AS SELECT id FROM t;
                    CREATE TRIGGER stamp BEFORE INSERT ON t FOR EACH ROW SET NEW.v = NEW.V + 1;
                    """);
            assertThat(server.dependents(connection, table(db, "t"), "v"))
                    .containsExactlyInAnyOrder(
                            "view " + db.name() + ".shown",
                            "column g",
                            "foreign key up",
                            "check positive",
                            "trigger stamp");
            assertThat(server.dependents(connection, table(db, "t"), "free")).isEmpty();
            assertThat(server.dependents(connection, table(db, "parent"), "id"))
                    .containsExactly("foreign key up of " + db.name() + ".t");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void lookups(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                Connection connection = db.connection()) {
            db.execute("CREATE TABLE t (a int, b varchar(9), PRIMARY KEY (a, b), UNIQUE KEY u (b))");
            DatabaseModel model = MysqlFixture.read(db);
            List<Constraint> keys =
                    model.all(Constraint.class).filter(Constraint::isKey).toList();
            assertThat(keys).hasSize(2);
            for (Constraint key : keys) {
                assertThat(server.lookupMissesIndex(connection, key)).isEmpty();
            }
            execute(connection, "ALTER TABLE t DROP PRIMARY KEY, DROP KEY u");
            for (Constraint key : keys) {
                assertThat(server.lookupMissesIndex(connection, key)).hasValue("there is no such key");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void missingPrivileges(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                TestRole role = at.get().freshRole();
                Connection root = db.connection()) {
            db.execute("CREATE TABLE t (id int)");
            Needs needs = new Needs()
                    .uses(List.of(db.name()))
                    .reads(List.of(table(db, "t"), table(db, "gone")))
                    .changes(List.of(table(db, "t")))
                    .makesIn(db.name());
            assertThat(server.missingPrivileges(root, needs)).isEmpty();
            execute(root, "GRANT SELECT (id) ON " + db.name() + ".t TO " + role.name());
            try (Connection connection = db.as(role).connection()) {
                String me = "user " + role.name() + "@% lacks ";
                assertThat(server.missingPrivileges(connection, needs))
                        .contains(
                                me + "TRIGGER on schema " + db.name(),
                                me + "CREATE on schema " + db.name(),
                                me + "LOCK TABLES on schema " + db.name(),
                                me + "SELECT on table " + db.name() + ".t");
                execute(
                        root,
                        "GRANT SHOW VIEW, TRIGGER, EVENT, CREATE, DROP, ALTER, INSERT, LOCK TABLES ON `"
                                + db.name().replace("_", "\\_") + "`.* TO " + role.name());
                execute(root, "GRANT SELECT, UPDATE, INDEX ON " + db.name() + ".t TO " + role.name());
                assertThat(server.missingPrivileges(connection, needs))
                        .containsExactly(me + "DELETE on table " + db.name() + ".t");
                execute(root, "GRANT ALL ON `" + db.name().substring(0, 8) + "%`.* TO " + role.name());
                assertThat(server.missingPrivileges(connection, needs)).isEmpty();
                needs.actsFor(table(db, "t"), "`other`@`%`");
                assertThat(server.missingPrivileges(connection, needs))
                        .hasSize(1)
                        .allSatisfy(m -> assertThat(m).contains("SUPER", "`other`@`%`"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRoleCountsWhenItIsActive(Supplier<TestMysqlServer> at) throws SQLException {
        try (TestDatabase db = at.get().freshDatabase();
                TestRole user = at.get().freshRole();
                Connection root = db.connection()) {
            db.execute("CREATE TABLE t (id int)");
            String role = db.name() + "_reader";
            execute(root, "CREATE ROLE " + role);
            execute(root, "GRANT SELECT ON " + db.name() + ".* TO " + role);
            execute(root, "GRANT " + role + " TO " + user.name());
            execute(root, "GRANT INSERT ON " + db.name() + ".* TO " + user.name());
            Needs needs = new Needs().reads(List.of(table(db, "t")));
            try (Connection connection = db.as(user).connection()) {
                assertThat(server.missingPrivileges(connection, needs)).hasSize(1);
                execute(connection, "SET ROLE " + role);
                assertThat(server.missingPrivileges(connection, needs)).isEmpty();
            } finally {
                execute(root, "DROP ROLE " + role);
            }
        }
    }

    private static void fillNumbers(Connection connection, String into, int rows) throws SQLException {
        String[] parts = into.split(" SELECT ", 2);
        execute(
                connection,
                "INSERT INTO " + parts[0] + " WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s"
                        + " WHERE n < 1000), big AS (SELECT a.n + 1000 * (b.n - 1) AS n FROM s a JOIN s b ON b.n <= 5)"
                        + " SELECT " + parts[1] + " FROM big WHERE n <= " + rows);
    }

    private static ObjectId table(TestDatabase db, String name) {
        return ObjectId.table(db.name(), name);
    }

    private static void assertConflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(new MysqlErrors().kind(e)).isEqualTo(Kind.CONFLICT));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long numberOf(Connection connection) {
        try {
            return number(connection, "SELECT connection_id()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
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
