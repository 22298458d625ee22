// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.rows.MysqlRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.mysql.catalog.MysqlSession;
import dev.rollback.testservers.TestMysqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlViolationTest {
    private static final String SERVERS = "dev.rollback.mysql.rows.MysqlRowsFixture#servers";

    @ParameterizedTest
    @MethodSource(SERVERS)
    void keepsTheBackupsRowOfDuplicates(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, code varchar(20) COLLATE utf8mb4_general_ci, UNIQUE KEY u (code),
                  UNIQUE KEY p (code(3)));
                INSERT INTO t VALUES (1, 'abc'), (5, 'zzz'), (6, NULL)
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP KEY u, DROP KEY p;
                    INSERT INTO t VALUES (0, 'ABC'), (2, 'abc '), (3, NULL), (7, 'abd'), (8, 'ZZZz');
                    UPDATE t SET code = 'ABD' WHERE id = 5
                    """);
            assertThat(db.removeViolating(db.violation("t", "u", null, "id"))).isEqualTo("3|id=0, id=2, id=7");
            assertThat(db.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "3", "5", "6", "8");
            db.database.execute("INSERT INTO t VALUES (9, 'zzzy')");
            assertThat(db.removeViolating(db.violation("t", "p", null, "id"))).startsWith("1|id=");
            assertThat(db.aside()).hasSize(4).contains("id=0|duplicate for key \"u\"");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void keepsOneOfRowsThatAreTheSame(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, v varchar(20), g int GENERATED ALWAYS AS (id + 1) STORED);
                INSERT INTO t (id, v) VALUES (1, 'a')
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP PRIMARY KEY, MODIFY id int NULL;
                    INSERT INTO t (id, v) VALUES (1, 'a'), (1, 'a'), (1, 'b'), (2, 'x'), (2, 'x'), (NULL, 'n'), (NULL, 'n')
                    """);
            assertThat(db.removeViolating(db.violation("t", "PRIMARY", null, "id")))
                    .startsWith("6|");
            assertThat(db.query("SELECT id, v, g FROM t ORDER BY 1")).containsExactly("1|a|2", "2|x|3");
            assertThat(db.aside())
                    .containsExactly(
                            "id=1|duplicate for key \"PRIMARY\"",
                            "id=1|duplicate for key \"PRIMARY\"",
                            "id=1|duplicate for key \"PRIMARY\"",
                            "id=2|duplicate for key \"PRIMARY\"",
                            "id=NULL|no value for primary key \"PRIMARY\"",
                            "id=NULL|no value for primary key \"PRIMARY\"");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void findsOrphansAndTheirChildren(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
                CREATE TABLE t (id int PRIMARY KEY, up int, a int, b int, CONSTRAINT tree FOREIGN KEY (up) REFERENCES t (id),
                  CONSTRAINT pair FOREIGN KEY (a, b) REFERENCES p (a, b));
                INSERT INTO p VALUES (1, 1)
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP FOREIGN KEY tree, DROP FOREIGN KEY pair;
                    INSERT INTO t VALUES (1, NULL, 1, 1), (2, 1, 1, NULL), (3, 99, NULL, NULL), (4, 3, NULL, NULL), (5, 4, 1, 1),
                      (6, 6, 2, 1)
                    """);
            assertThat(db.query(SQL.orphans(
                            (Constraint) db.part("t", "pair"), new Relation(db.live, "t"), new Relation(db.live, "p"))))
                    .containsExactly("1");
            assertThat(db.removeViolating(db.violation("t", "pair", "p", "id"))).isEqualTo("1|id=6");
            assertThat(db.removeViolating(db.violation("t", "tree", "t", "id"))).isEqualTo("3|id=3, id=4, id=5");
            assertThat(db.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void takesRowsAlongThatPointToThoseThatGo(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, up int, v int, CONSTRAINT tree FOREIGN KEY (up) REFERENCES t (id),
                  CONSTRAINT k CHECK (v > 0));
                CREATE TABLE c (id int PRIMARY KEY, t_id int, CONSTRAINT c_t FOREIGN KEY (t_id) REFERENCES t (id) ON DELETE CASCADE);
                CREATE TABLE n (id int PRIMARY KEY, c_id int, CONSTRAINT n_c FOREIGN KEY (c_id) REFERENCES c (id) ON DELETE SET NULL)
                """)) {
            db.database.execute("ALTER TABLE t DROP CONSTRAINT k;"
                    + "INSERT INTO t VALUES (1, NULL, 1), (2, 1, -1), (3, 2, 1), (4, NULL, NULL);"
                    + "INSERT INTO c VALUES (1, 1), (2, 2), (3, 3); INSERT INTO n VALUES (1, 1), (3, 3)");
            List<Constraint> inForce = db.model()
                    .all(Constraint.class)
                    .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY)
                    .toList();
            Violation check = db.violation("t", "k", null, "id");
            check = check.among(
                    inForce, db.model().all(dev.rollback.model.Table.class).toList());
            assertThat(db.removeViolating(check)).isEqualTo("1|id=2");
            assertThat(db.query("SELECT id FROM t ORDER BY 1")).containsExactly("1", "4");
            assertThat(db.query("SELECT id FROM c ORDER BY 1")).containsExactly("1");
            assertThat(db.query("SELECT * FROM n ORDER BY 1")).containsExactly("1|1", "3|null");
            assertThat(db.aside())
                    .containsExactly(
                            "id=2|violates check constraint \"k\"",
                            "id=3|no parent for foreign key \"tree\"",
                            "t_id=2|no parent for foreign key \"c_t\"",
                            "t_id=3|no parent for foreign key \"c_t\"");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void aRowThatIsTooLargeToBeSetAsideStays(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(
                server.get(),
                "CREATE TABLE t (id int PRIMARY KEY, a longtext, b longtext, CONSTRAINT k CHECK (id > 0))")) {
            db.database.execute("ALTER TABLE t DROP CONSTRAINT k; INSERT INTO t VALUES"
                    + " (-1, REPEAT('a', @@max_allowed_packet DIV 2), REPEAT('b', @@max_allowed_packet DIV 2))");
            Violation check = db.violation("t", "k", null, "id");
            assertThatThrownBy(() -> db.removeViolating(check))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("max_allowed_packet");
            db.connection.rollback();
            db.connection.setAutoCommit(true);
            assertThat(db.query("SELECT id FROM t")).containsExactly("-1");
            assertThat(db.aside()).isEmpty();
            assertThat(temporary(db)).isTrue();
            db.dialect.release(db.connection);
            assertThat(temporary(db)).isFalse();
            assertThat(db.query("SELECT " + MysqlSession.TEMPORARY)).containsExactly("null");
        }
    }

    private static boolean temporary(MysqlRowsFixture db) {
        try {
            db.query("SELECT COUNT(*) FROM " + db.backup + ".rollback_going");
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("42S02"); // no such table
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void putsValuesBackWhereThatMakesARowFit(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, low int, high int, code varchar(9), note varchar(9), g int AS (low * 2) STORED,
                  seen timestamp NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP,
                  CONSTRAINT k CHECK (g >= 0), CONSTRAINT r CHECK (low <= high), UNIQUE KEY u (code));
                INSERT INTO t (id, low, high, code, note) VALUES (1, 1, 2, 'a', 'x'), (2, 1, 2, 'b', 'y'), (3, 1, 2, 'c', 'z')
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP CONSTRAINT k, DROP CONSTRAINT r, DROP KEY u;
                    UPDATE t SET low = -1, high = 9, note = 'new', seen = '2001-01-01' WHERE id = 1;
                    UPDATE t SET code = 'a', seen = '2002-02-02' WHERE id = 2;
                    UPDATE t SET code = 'a', seen = '2003-03-03' WHERE id = 3;
                    INSERT INTO t (id, low, high, code) VALUES (4, -1, 1, 'c')
                    """);
            List<SchemaObject> rules = db.rules("t");
            assertThat(db.removeViolating(db.violation("t", "k", null, "id").keeping(rules)))
                    .isEqualTo("2|id=1, id=4");
            db.database.execute("INSERT INTO t (id, low, high, code) VALUES (5, 1, 1, 'c')");
            assertThat(db.removeViolating(db.violation("t", "u", null, "id").keeping(rules)))
                    .isEqualTo("2|id=2, id=3");
            assertThat(db.query("SELECT id, low, high, code, note, DATE(seen) FROM t ORDER BY 1"))
                    .containsExactly("1|1|2|a|new|2001-01-01", "2|1|2|b|y|2002-02-02", "5|1|1|c|null|null");
            assertThat(db.aside())
                    .containsExactly(
                            "id=1|violates check constraint \"k\"; the backup's value is back",
                            "id=2|duplicate for key \"u\"; the backup's value is back",
                            "id=3|duplicate for key \"u\"",
                            "id=4|violates check constraint \"k\"");
        }
    }
}
