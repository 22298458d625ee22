// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.rows.MysqlRowsFixture.SQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.ColumnRule.ParentKey;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import dev.rollback.testservers.TestMysqlServer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MysqlMergeTest {
    private static final String SERVERS = "dev.rollback.mysql.rows.MysqlRowsFixture#servers";

    @ParameterizedTest
    @MethodSource(SERVERS)
    void takesTextsBackThatTheMigrationMadeNumbers(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, v varchar(4));
                INSERT INTO t VALUES (1, '007'), (2, ' 42 '), (3, NULL), (4, '5')
                """)) {
            db.database.execute("""
                    ALTER TABLE t ADD COLUMN more int DEFAULT 5, MODIFY v int;
                    UPDATE t SET v = 6 WHERE id = 4;
                    INSERT INTO t VALUES (5, 99, 1), (6, 123456, 2);
                    """);
            RowMerge merge = db.merge("t", "id");
            assertThat(db.query(SQL.mergeMisfits(merge)))
                    .containsExactly("value of column \"v\" does not fit varchar(4)|1|id=6");
            assertThat(db.runMerge(merge)).isEqualTo(5);
            assertThat(db.merged("t")).containsExactly("1|007", "2| 42 ", "3|null", "4|6", "5|99");
            assertThat(db.aside()).containsExactly("id=6|value of column \"v\" does not fit varchar(4)");
            assertThat(db.query(
                            "SELECT run, table_name, json_value(row_data, '$.v'), json_value(row_data, '$.more') FROM "
                                    + db.backup + ".rollback_quarantine"))
                    .containsExactly("7|" + db.live + ".t|123456|2");
            assertThat(SQL.narrowed(merge, MysqlRowsFixture.rule(merge, "v"))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void keepsARowWithTheBackupsValueWhenTheLiveOneDoesNotFit(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, v varchar(3) NOT NULL, w text);
                INSERT INTO t VALUES (1, 'a', ''), (2, 'b', '')
                """)) {
            db.database.execute("""
                    ALTER TABLE t MODIFY v text;
                    UPDATE t SET v = 'far too long', w = 'kept' WHERE id = 1;
                    UPDATE t SET v = NULL, w = 'kept too' WHERE id = 2;
                    INSERT INTO t VALUES (3, NULL, 'lost');
                    """);
            assertThat(db.runMerge(db.merge("t", "id"))).isEqualTo(2);
            assertThat(db.merged("t")).containsExactly("1|a|kept", "2|b|kept too");
            assertThat(db.aside())
                    .containsExactly(
                            "id=1|value of column \"v\" does not fit varchar(3); the backup's value is back",
                            "id=2|no value for column \"v\", which must not be null; the backup's value is back",
                            "id=3|no value for column \"v\", which must not be null");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void fillsDestroyedColumnsFromTheBackupTheirDefaultOrTheNextNumber(Supplier<TestMysqlServer> server)
            throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int NOT NULL AUTO_INCREMENT UNIQUE, code varchar(10) PRIMARY KEY,
                  kind varchar(10) DEFAULT 'usual', note text, n decimal(5,1) NOT NULL,
                  f float DEFAULT 1.1, b bit(4) DEFAULT b'101', e enum('x','y') NOT NULL DEFAULT 'y', d datetime DEFAULT '2024-01-01 00:00:00');
                INSERT INTO t VALUES (1, 'c1', 'k', 'n', 1, 0.1, b'1', 'x', NULL), (2, 'c2', 'k', 'n', 2, 0.1, b'1', 'x', NULL),
                  (3, 'c3', 'k', 'n', 3, 16777215, b'1111', 'x', '2000-01-01 01:02:03')
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP COLUMN id, DROP COLUMN kind, DROP COLUMN note, DROP COLUMN f, DROP COLUMN b, DROP COLUMN e,
                      DROP COLUMN d;
                    DELETE FROM t WHERE code = 'c2';
                    INSERT INTO t VALUES ('d1', 7), ('a1', 8);
                    """);
            RowMerge merge = db.merge("t", "code");
            assertThat(db.query(SQL.mergeMisfits(merge))).isEmpty();
            assertThat(db.runMerge(merge)).isEqualTo(4);
            assertThat(db.query("SELECT id, code, kind, note, n, f * 1e0 = 16777215, b + 0, e, d FROM " + db.backup
                            + ".t_new ORDER BY id"))
                    .containsExactly(
                            "1|c1|k|n|1.0|0|1|x|null",
                            "3|c3|k|n|3.0|1|15|x|2000-01-01 01:02:03",
                            "4|a1|usual|null|8.0|0|5|y|2024-01-01 00:00:00",
                            "5|d1|usual|null|7.0|0|5|y|2024-01-01 00:00:00");
            db.database.execute("ALTER TABLE t DROP COLUMN n");
            assertThat(db.query(SQL.mergeMisfits(db.merge("t", "code"))))
                    .containsExactly("no value for column \"n\", which must not be null|2|code=a1, code=d1");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void matchesRetypedKeysAndFollowsThemFromChildren(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE a (id varchar(36) PRIMARY KEY, v text);
                CREATE TABLE b (id int PRIMARY KEY, a_id varchar(36) NOT NULL, CONSTRAINT b_a FOREIGN KEY (a_id) REFERENCES a (id));
                INSERT INTO a VALUES ('ABCDEF01-0000-4000-8000-00000000000A', 'upper');
                INSERT INTO b VALUES (1, 'ABCDEF01-0000-4000-8000-00000000000A')
                """)) {
            db.database.execute("""
                    SET foreign_key_checks = 0;
                    ALTER TABLE b DROP FOREIGN KEY b_a;
                    ALTER TABLE a ADD k binary(16); UPDATE a SET k = UNHEX(REPLACE(id, '-', ''));
                    ALTER TABLE a DROP PRIMARY KEY, DROP COLUMN id, CHANGE k id binary(16) NOT NULL PRIMARY KEY FIRST;
                    ALTER TABLE b ADD k binary(16); UPDATE b SET k = UNHEX(REPLACE(a_id, '-', ''));
                    ALTER TABLE b DROP COLUMN a_id, CHANGE k a_id binary(16) NOT NULL;
                    INSERT INTO a VALUES (x'0000000000004000800000000000000B', 'new');
                    INSERT INTO b VALUES (2, x'ABCDEF0100004000800000000000000A'), (3, x'0000000000004000800000000000000B');
                    UPDATE a SET v = 'again' WHERE v = 'upper'
                    """);
            assertThat(db.runMerge(db.merge("a", "id"))).isEqualTo(2);
            assertThat(db.merged("a"))
                    .containsExactly(
                            "00000000-0000-4000-8000-00000000000b|new", "ABCDEF01-0000-4000-8000-00000000000A|again");
            RowMerge children = db.merge("b", "id");
            ColumnRule rule = MysqlRowsFixture.rule(children, "a_id");
            Column key = db.old("a").column("id").orElseThrow();
            Column liveKey = db.now("a").column("id").orElseThrow();
            ParentKey parent = new ParentKey(db.saved("a"), "id", key, liveKey);
            children =
                    MysqlRowsFixture.with(children, new ColumnRule(rule.target(), rule.current(), true, false, parent));
            assertThat(db.query(SQL.mergeMisfits(children))).isEmpty();
            assertThat(db.runMerge(children)).isEqualTo(3);
            assertThat(db.merged("b"))
                    .containsExactly(
                            "1|ABCDEF01-0000-4000-8000-00000000000A",
                            "2|ABCDEF01-0000-4000-8000-00000000000A",
                            "3|00000000-0000-4000-8000-00000000000b");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void seesThatATablesCharacterSetIsNarrower(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (k varchar(10) PRIMARY KEY, v varchar(10), same varchar(10)) DEFAULT CHARSET = latin1;
                INSERT INTO t VALUES ('é', 'ü', 'ß'), ('x', 'y', 'z')
                """)) {
            db.database.execute("""
                    ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4;
                    UPDATE t SET v = '中' WHERE k = 'x'; INSERT INTO t VALUES ('Ж', 'a', 'b'), ('new', 'é', 'é')
                    """);
            RowMerge merge = db.merge("t", "k");
            assertThat(db.runMerge(merge)).isEqualTo(3);
            assertThat(db.merged("t")).containsExactlyInAnyOrder("new|é|é", "x|y|z", "é|ü|ß");
            assertThat(db.aside())
                    .containsExactly(
                            "k=x|value of column \"v\" does not fit varchar(10); the backup's value is back",
                            "k=Ж|value of column \"k\" does not fit varchar(10)");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void countsValuesThatTheOldTypeHoldsLessExactly(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int PRIMARY KEY, v decimal(6,2), w date);
                INSERT INTO t VALUES (1, 1.25, '2024-01-01')
                """)) {
            db.database.execute("""
                    ALTER TABLE t MODIFY v decimal(10,4), MODIFY w datetime;
                    INSERT INTO t VALUES (2, 1.2345, '2024-01-01 10:00:00'), (3, 1.5, '2024-01-01')
                    """);
            RowMerge merge = db.merge("t", "id");
            assertThat(db.query(SQL.narrowed(merge, MysqlRowsFixture.rule(merge, "v"))
                            .orElseThrow()))
                    .containsExactly("1");
            assertThat(db.query(SQL.narrowed(merge, MysqlRowsFixture.rule(merge, "w"))
                            .orElseThrow()))
                    .containsExactly("1");
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void mapsKeysThatTheMigrationReplaced(Supplier<TestMysqlServer> server) throws Exception {
        try (var db = new MysqlRowsFixture(server.get(), """
                CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, code varchar(10) NOT NULL UNIQUE);
                INSERT INTO t VALUES (5, 'a'), (6, 'b')
                """)) {
            db.database.execute("""
                    ALTER TABLE t DROP COLUMN id, ADD COLUMN uid varchar(36) FIRST;
                    UPDATE t SET uid = concat('u', code); ALTER TABLE t ADD PRIMARY KEY (uid);
                    INSERT INTO t VALUES ('uz', 'z')
                    """);
            RowMerge merge = db.merge("t", "code");
            Column uid = db.now("t").column("uid").orElseThrow();
            db.run(SQL.keyMap(merge.into(db.saved("t")), MysqlRowsFixture.rule(merge, "id"), uid, db.saved("t_keys")));
            assertThat(db.query("SELECT live, old FROM " + db.backup + ".t_keys ORDER BY 1"))
                    .containsExactly("ua|5", "ub|6", "uz|7");
            ColumnRule looked =
                    MysqlRowsFixture.rule(merge, "id").lookingUp(new ColumnRule.KeyMap(db.saved("t_keys"), uid));
            assertThat(db.runMerge(MysqlRowsFixture.with(merge, looked))).isEqualTo(3);
            assertThat(db.merged("t")).containsExactly("5|a", "6|b", "7|z");
        }
    }
}
