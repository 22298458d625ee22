// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.rows.MysqlRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.Relation;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.mysql.ddl.MysqlDdl;
import dev.rollback.testservers.TestMysqlServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlBackupRowsTest {
    private static final String SERVERS = "dev.rollback.mysql.rows.MysqlRowsFixture#servers";

    @ParameterizedTest
    @MethodSource(SERVERS)
    void savesAndRestoresEveryType(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                SET sql_mode = '';
                CREATE TABLE t (id bigint unsigned PRIMARY KEY, f float, d double, e enum('a','b'), s set('x','y'), b bit(64), bl blob,
                  j json, g geometry, y year, tm time(6), ts timestamp(6) NULL, dt datetime, l varchar(10) CHARACTER SET latin1,
                  c char(5), z int(5) zerofill, twice int GENERATED ALWAYS AS (f * 2) STORED);
                INSERT INTO t (id, f, d, e, s, b, bl, j, g, y, tm, ts, dt, l, c, z) VALUES
                  (0, 1.1, 0.1, 'a', 'x,y', 1, x'00ff', '{"b": 1, "a": 2}', ST_GeomFromText('POINT(1 2)', 4326), 2024, '-838:59:59',
                   '2024-01-01 01:02:03.123456', '0000-00-00', 'é', 'ab', 42),
                  (18446744073709551615, 16777216, -0e0, NULL, '', NULL, '', NULL, NULL, 0, '00:00:00.000001', NULL, NULL, '', '', 0)
                """)) {
            Table table = db.old("t");
            String live = db.query(SQL.checksum(new Relation(db.live, "t"), table.storedColumns()))
                    .get(0);
            assertThat(live).startsWith("2|").doesNotContain("unreadable");
            assertThat(db.query(SQL.checksum(db.saved("t"), table.storedColumns())))
                    .containsExactly(live);
            Relation again = db.saved("again");
            db.run(new MysqlDdl(true).createTable(table, again));
            db.update(SQL.restore(table, db.saved("t"), again));
            assertThat(db.query(SQL.checksum(again, table.storedColumns()))).containsExactly(live);
            assertThat(db.query(SQL.checksum(again, table.columns())))
                    .isEqualTo(db.query(SQL.checksum(new Relation(db.live, "t"), table.columns())));
            Column id = table.column("id").orElseThrow();
            assertThat(db.query(SQL.compare(again, db.saved("t"), List.of(id), table.storedColumns())))
                    .containsExactly("2|2");
            db.update("UPDATE " + db.backup + ".again SET c = 'aB' WHERE id = 0");
            assertThat(db.query(SQL.compare(again, db.saved("t"), List.of(id), table.storedColumns())))
                    .containsExactly("2|1");
        }
    }

    /** Each row of a column is another value: no two have the same text, in whatever type they are. */
    @ParameterizedTest
    @MethodSource(SERVERS)
    void differentValuesNeverLookTheSame(Supplier<TestMysqlServer> server) throws Exception {
        List<List<String>> columns = List.of(
                neighbours("float", List.of(1.1f, 16777216f, 0.3f, 3.4028232e38f, 1e-38f, 123456.7f), Math::nextUp),
                neighbours("double", List.of(0.3, 1e-307, 9007199254740992.0, 1e300, 1e-300, 0.1), Math::nextUp),
                List.of("varchar(5)", "''", "'a'", "'a '", "'A'", "'ä'", "'-'", "'1:a'", "NULL"),
                List.of("enum('','-')", "''", "'-'", "NULL"),
                List.of("varbinary(5)", "''", "x'00'", "x'0000'", "'-'", "NULL"),
                List.of("decimal(40,20)", "0.1", "0.10000000000000000001"),
                List.of("bigint unsigned", "18446744073709551615", "18446744073709551614"),
                List.of("time(6)", "'00:00:00.000001'", "'-00:00:00.000001'", "'838:59:59'", "'-838:59:59'"),
                List.of("datetime(6)", "'0000-00-00'", "'2024-01-01'", "'2024-01-01 00:00:00.000001'"),
                List.of("bit(64)", "1", "2", "18446744073709551615", "18446744073709551614"));
        try (var db = new MysqlRowsFixture(server.get(), "")) {
            for (List<String> column : columns) {
                List<String> values = column.subList(1, column.size());
                db.update("DROP TABLE IF EXISTS v");
                db.update("CREATE TABLE v (v " + column.get(0) + " NULL)");
                List<String> sums = new ArrayList<>();
                for (String value : values) {
                    db.update("DELETE FROM v");
                    db.update("INSERT INTO v VALUES (" + value + ")");
                    sums.addAll(db.query(
                            SQL.checksum(new Relation(db.live, "v"), db.now("v").storedColumns())));
                }
                assertThat(new HashSet<>(sums)).as(column.get(0)).hasSameSizeAs(values);
            }
            db.update("CREATE TABLE w (a varchar(9), b varchar(9))");
            List<Column> both = db.now("w").storedColumns();
            List<String> sums = new ArrayList<>();
            for (String row :
                    List.of("'ab', 'c'", "'a', 'bc'", "NULL, 'abc'", "'', 'abc'", "'1:a', '1:b'", "'1:a1', ':b'")) {
                db.update("DELETE FROM w");
                db.update("INSERT INTO w VALUES (" + row + ")");
                sums.addAll(db.query(SQL.checksum(new Relation(db.live, "w"), both)));
            }
            assertThat(new HashSet<>(sums)).hasSize(6);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void checksumIsIndependentOfOrderAndOfTheTypeThatStoresAValue(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE a (v int, w varchar(10)); INSERT INTO a VALUES (1, 'x'), (2, 'é'), (2, 'é'), (NULL, NULL);
                CREATE TABLE b (v bigint, w varchar(90) CHARACTER SET latin1); INSERT INTO b VALUES (2, 'é'), (NULL, NULL), (2, 'é'), (1, 'x');
                CREATE TABLE c (v bigint, w varchar(90)); INSERT INTO c VALUES (1, 'x'), (1, 'x'), (2, 'é'), (NULL, NULL)
                """)) {
            String a = db.query(
                            SQL.checksum(new Relation(db.live, "a"), db.old("a").storedColumns()))
                    .get(0);
            String b = db.query(
                            SQL.checksum(new Relation(db.live, "b"), db.old("b").storedColumns()))
                    .get(0);
            String c = db.query(
                            SQL.checksum(new Relation(db.live, "c"), db.old("c").storedColumns()))
                    .get(0);
            assertThat(b).isEqualTo(a);
            assertThat(c).isNotEqualTo(a);
        }
    }

    private static <N extends Number> List<String> neighbours(String type, List<N> numbers, UnaryOperator<N> next) {
        List<String> values = new ArrayList<>(List.of(type));
        for (N number : numbers) {
            values.add(Double.toString(number.doubleValue()));
            values.add(Double.toString(next.apply(number).doubleValue()));
        }
        return values;
    }
}
