// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.dialect.Relation;
import dev.rollback.model.ObjectId;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.mysql.server.MysqlServer;
import dev.rollback.mysql.server.MysqlStepwise;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows go from a snapshot into a copy exactly as they are. */
class MysqlFillTest {
    static final String VALUES = """
            CREATE TABLE t (
              id int AUTO_INCREMENT PRIMARY KEY,
              i8 tinyint unsigned, i64 bigint unsigned, d decimal(65,30), f float, ff float(7,2), dd double, b1 bit(1), b64 bit(64),
              c char(9), v varchar(20) CHARACTER SET latin1, w varchar(20) CHARACTER SET ucs2, x text, bin binary(4), vb varbinary(9),
              bl blob, e enum('a','b','c''d') CHARACTER SET latin1, s set('x','y','z'), j json, g geometry,
              da date, dt datetime(6), ts timestamp(6) NULL, ti time(6), y year,
              gen int AS (i8 + 1), hidden int DEFAULT 7 %s
            );
            INSERT INTO t (id, i8, i64, d, f, ff, dd, b1, b64, c, v, w, x, bin, vb, bl, e, s, j, g, da, dt, ts, ti, y, hidden) VALUES
              (0, 255, 18446744073709551615, 12345678901234567890.123456789012345678901234567891, 16777217.1, 1.1, 0.1e0 + 0.2e0,
               1, b'1000000000000000000000000000000000000000000000000000000000000001', 'ab ', 'é''\\\\', 'ő', '€😀\\0\\n', 'a', x'00ff27', x'00ff5c',
               3, 5, '{"b": 1.5, "a": [null, "é"]}', ST_GeomFromText('POINT(1 2)', 4326), '0000-00-00', '9999-12-31 23:59:59.999999',
               '2001-02-03 04:05:06.000001', '-838:59:59', '0000', NULL),
              (5, NULL, NULL, NULL, 1e-38, NULL, 1.7976931348623157e308, 0, 0, '', '', '', '', '', '', '', NULL, '', 'null', NULL,
               '2020-02-30', '0000-00-00 00:00:00', NULL, '100:00:00.5', 2155, 8);
            """;

    static Stream<Named<Supplier<TestMysqlServer>>> servers() {
        return MysqlFixture.servers();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void exactly(Supplier<TestMysqlServer> server) throws SQLException {
        try (TestDatabase db = server.get().freshDatabase()) {
            MysqlFixture.run(db, List.of(VALUES.formatted("INVISIBLE").split(";\n")));
            MysqlFixture.run(db, List.of("CREATE TABLE copy LIKE t"));
            fill(db, "DELETE FROM t");
            assertThat(db.query("SELECT count(*) FROM copy")).containsExactly(List.of("2"));
            for (List<String> column : db.query("SELECT COLUMN_NAME, DATA_TYPE FROM information_schema.COLUMNS"
                    + " WHERE TABLE_SCHEMA = database() AND TABLE_NAME = 't'")) {
                String of = "c." + column.get(0);
                String bytes = column.get(1).equals("float") ? "CAST(" + of + " AS DOUBLE)" : "hex(" + of + "), " + of;
                String sql = "SELECT " + bytes + " FROM %s c ORDER BY id";
                assertThat(db.query(sql.formatted("copy")))
                        .as(column.get(0))
                        .isEqualTo(db.query(sql.formatted("before_it")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void manyRows(Supplier<TestMysqlServer> server) throws SQLException {
        try (TestDatabase db = server.get().freshDatabase()) {
            MysqlFixture.run(
                    db,
                    List.of(
                            "CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(40), at datetime)",
                            """
                    INSERT INTO t WITH RECURSIVE s AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM s WHERE n < 1000)
                    SELECT a.n + 1000 * (b.n - 1), b.n, concat('value ', a.n), '2020-01-01 10:00:00'
                    FROM s a JOIN s b ON b.n <= 200""",
                            "CREATE TABLE copy AS SELECT * FROM t LIMIT 0"));
            fill(db, "UPDATE t SET a = 0");
            assertThat(db.query("SELECT count(*), sum(id), sum(a) FROM copy"))
                    .isEqualTo(db.query("SELECT count(*), sum(id), sum(a) FROM before_it"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aFailureLeavesTheWriterInOrder(Supplier<TestMysqlServer> server) throws SQLException {
        try (TestDatabase db = server.get().freshDatabase();
                Connection snapshot = db.connection();
                Connection writer = db.connection()) {
            db.execute(
                    "CREATE TABLE t (v int); CREATE TABLE copy (v int PRIMARY KEY); INSERT INTO t VALUES (1), (2), (1)");
            new MysqlServer().beginSnapshot(snapshot, Duration.ofSeconds(5));
            assertThatThrownBy(() -> fill(db, snapshot, writer)).isInstanceOf(SQLException.class);
            assertThat(writer.getAutoCommit()).isTrue();
            assertThat(db.query("SELECT * FROM copy")).isEmpty();
            snapshot.rollback();
        }
    }

    /** What is done after the snapshot is not in the copy; {@code before_it} has the rows as they were. */
    private static void fill(TestDatabase db, String after) throws SQLException {
        MysqlFixture.run(db, List.of("CREATE TABLE before_it LIKE t"));
        String columns = String.join(
                ", ",
                db
                        .query("SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = database()"
                                + " AND TABLE_NAME = 't' AND coalesce(GENERATION_EXPRESSION, '') = ''")
                        .stream()
                        .map(r -> r.get(0))
                        .toList());
        MysqlFixture.run(db, List.of("INSERT INTO before_it (" + columns + ") SELECT " + columns + " FROM t"));
        try (Connection snapshot = db.connection();
                MysqlSession one = MysqlSession.prepare(snapshot);
                Connection writer = db.connection();
                MysqlSession other = MysqlSession.prepare(writer)) {
            new MysqlServer().beginSnapshot(snapshot, Duration.ofSeconds(5));
            MysqlFixture.run(db, List.of(after));
            fill(db, snapshot, writer);
            snapshot.rollback();
            snapshot.setAutoCommit(true);
        }
    }

    private static void fill(TestDatabase db, Connection snapshot, Connection writer) throws SQLException {
        new MysqlStepwise(true)
                .fill(
                        snapshot,
                        writer,
                        MysqlFixture.read(db)
                                .table(ObjectId.table(db.name(), "t"))
                                .orElseThrow(),
                        new Relation(db.name(), "t"),
                        new Relation(db.name(), "copy"));
    }
}
