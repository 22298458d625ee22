// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.rows.MysqlRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectKind;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlChangeTest {
    private static final String SERVERS = "dev.rollback.mysql.rows.MysqlRowsFixture#servers";

    @ParameterizedTest
    @MethodSource(SERVERS)
    void knowsRowsThatAreAsTheMigrationLeftThem(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, v varchar(10), f float,
                  at timestamp DEFAULT '2020-01-01 00:00:00' ON UPDATE CURRENT_TIMESTAMP);
                INSERT INTO t (id, v, f) VALUES (1, 'a', 1.1), (2, 'b', 2), (3, 'c', 3)
                """)) {
            db.database.execute(
                    "UPDATE t SET v = upper(v), at = '2021-01-01 00:00:00'; INSERT INTO t (id, v) VALUES (9, 's')");
            Relation marked = db.saved("t_marked");
            db.run(new MysqlMarks().take(db.now("t"), marked));
            db.database.execute("UPDATE t SET v = 'mine' WHERE id = 2; INSERT INTO t (id, v) VALUES (10, 'mine')");
            String byMigration = new MysqlMarks().unchanged(db.now("t"), marked);
            RowMerge merge = db.merge("t", List.of("id"), Map.of(), byMigration);
            assertThat(db.query(SQL.rewritten(merge))).containsExactly("2|id=1, id=3");
            assertThat(db.query(SQL.changed(merge))).containsExactly("3");
            assertThat(db.query(SQL.carried(merge, MysqlRowsFixture.rule(merge, "v"))))
                    .containsExactly("3|0");
            assertThat(db.query(SQL.carried(merge, MysqlRowsFixture.rule(merge, "f"))))
                    .containsExactly("3|3");
            assertThat(db.query(SQL.seeded(merge, List.of()))).containsExactly("1|id=9");
            assertThat(db.query(SQL.rowsWritten(new Relation(db.live, "t"), List.of("id"), byMigration)))
                    .containsExactly("2|id=2, id=10");
            List<ColumnRule> rules = merge.rules().stream()
                    .map(r -> new ColumnRule(
                            r.target(), r.current(), true, r.target().name().equals("v"), null))
                    .toList();
            db.run(SQL.restoreValues(MysqlRowsFixture.with(merge, rules, byMigration), db.backup));
            db.run(SQL.removeSeeded(merge.into(merge.source()), List.of(), db.backup));
            assertThat(db.query("SELECT id, v, year(at) FROM t WHERE id <> 10 AND id <> 2 ORDER BY 1"))
                    .containsExactly("1|a|2021", "3|c|2021");
            assertThat(db.query("SELECT v FROM t WHERE id IN (2, 10)")).containsExactly("mine", "mine");
            assertThat(db.aside())
                    .containsExactly(
                            "id=1|rewritten by the migration; the backup's values are back",
                            "id=3|rewritten by the migration; the backup's values are back",
                            "id=9|inserted by the migration");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void keepsSeedsThatOthersNeed(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, up int, FOREIGN KEY (up) REFERENCES t (id));
                CREATE TABLE c (id int PRIMARY KEY, t_id int, FOREIGN KEY (t_id) REFERENCES t (id))
                """)) {
            db.database.execute("INSERT INTO t VALUES (1, NULL), (2, 1), (3, 2), (4, 1), (5, NULL), (6, 5)");
            Relation marked = db.saved("t_marked");
            db.run(new MysqlMarks().take(db.now("t"), marked));
            db.database.execute("INSERT INTO c VALUES (1, 2); INSERT INTO t VALUES (7, 6)");
            RowMerge merge = db.merge("t", List.of("id"), Map.of(), new MysqlMarks().unchanged(db.now("t"), marked));
            List<RowReference> keys = db.model()
                    .all(Constraint.class)
                    .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY)
                    .map(RowReference::of)
                    .toList();
            assertThat(db.query(SQL.seeded(merge, keys))).containsExactly("2|id=3, id=4");
            db.run(SQL.removeSeeded(merge.into(merge.source()), keys, db.backup));
            assertThat(db.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2", "5", "6", "7");
            assertThat(db.query("SELECT @@foreign_key_checks")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void putsDeletedRowsBack(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id varchar(10) PRIMARY KEY, v int);
                INSERT INTO t VALUES ('1', 1), ('2', 2), ('3', 3), ('x', 4)
                """)) {
            db.database.execute("DELETE FROM t WHERE id IN ('2', 'x')");
            RowMerge merge = db.merge("t", "id");
            Relation left = db.saved("t_left");
            db.run(SQL.survivors(merge, left));
            db.database.execute("DELETE FROM t WHERE id = '3'; INSERT INTO t VALUES ('X', 9)");
            assertThat(db.query(SQL.deletedByMigration(merge, left))).containsExactly("2|");
            db.database.execute("DELETE FROM t WHERE id = 'X'");
            db.run(SQL.restoreDeleted(merge.into(new Relation(db.live, "t")), left));
            assertThat(db.query("SELECT * FROM t ORDER BY 1")).containsExactly("1|1", "2|2", "x|4");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void countsValuesWrittenIntoNewColumns(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, a int DEFAULT 5, b varchar(3) DEFAULT 'x', c bit(3) DEFAULT b'10', d datetime DEFAULT CURRENT_TIMESTAMP);
                INSERT INTO t (id) VALUES (1); INSERT INTO t VALUES (2, 6, 'X', b'11', NULL)
                """)) {
            for (String column : List.of("a", "b", "c")) {
                assertThat(db.query(SQL.valuesWritten(
                                db.now("t"),
                                new Relation(db.live, "t"),
                                db.now("t").column(column).orElseThrow(),
                                List.of("id"),
                                "false")))
                        .containsExactly("1|id=2");
            }
            assertThat(db.query(SQL.valuesWritten(
                            db.now("t"),
                            new Relation(db.live, "t"),
                            db.now("t").column("d").orElseThrow(),
                            List.of("id"),
                            "false")))
                    .containsExactly("1|id=1");
        }
    }
}
