// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.testkit.contract.Sample;
import dev.rollback.testservers.TestMariaDb;
import dev.rollback.testservers.TestMysqlServer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backticks, and names that leave no room for any addition. */
class MysqlNamesTest {

    static Stream<Arguments> names() {
        List<String> names = List.of("back`tick", "é".repeat(63) + "x");
        return MysqlFixture.servers().flatMap(server -> names.stream().map(name -> Arguments.of(server, name)));
    }

    private static String q(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** MariaDB writes it into the definition as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"a`b", "a`b`c"})
    void aBacktickInAForeignKey(String name) {
        for (String key : List.of("k", name)) {
            String column = key.equals(name) ? "id" : q(name);
            try (Sample sample = Sample.fresh(
                    new ScenarioMysql(TestMariaDb.shared()),
                    "CREATE TABLE t (" + column + " integer PRIMARY KEY); CREATE TABLE child (id integer, CONSTRAINT "
                            + q(key) + " FOREIGN KEY (id) REFERENCES t (" + column + "))")) {
                sample.refusesWithoutTrace(
                        RollbackRefusedException.class, () -> sample.rollback().capture("before"), "child", "backtick");
            }
        }
    }

    /** The same odd name for the table, a column, an index, a check, a view and a trigger. */
    @ParameterizedTest
    @MethodSource("names")
    void everything(Supplier<TestMysqlServer> server, String name) {
        String other = "y" + name.substring(1);
        String table = q(name);
        String before = "CREATE TABLE " + table + " (" + q(name) + " integer AUTO_INCREMENT PRIMARY KEY, " + q(other)
                + " varchar(20) DEFAULT 'd' COMMENT 'c', plain varchar(9), KEY " + q(name) + " (" + q(other)
                + "), CONSTRAINT " + q(name) + " CHECK (plain <> ''));"
                + "CREATE TABLE " + q(other) + " (id integer PRIMARY KEY, " + q(name) + " integer"
                + (name.contains("`")
                        ? ""
                        : ", CONSTRAINT " + q(other) + " FOREIGN KEY (" + q(name) + ") REFERENCES " + table + " ("
                                + q(name) + ")")
                + ");"
                + "CREATE VIEW " + q("z" + name.substring(1)) + " AS SELECT " + q(other) + " FROM " + table + ";"
                + "CREATE TRIGGER " + q(name) + " BEFORE INSERT ON " + table + " FOR EACH ROW SET NEW.plain = '7';"
                + "INSERT INTO " + table + " (" + q(other) + ") VALUES ('x1'), ('x2'), ('x3');"
                + "INSERT INTO " + q(other) + " VALUES (1, 1), (2, 2)";
        try (Sample sample = Sample.fresh(new ScenarioMysql(server.get()), before)) {
            String rows = sample.rows();
            Rollback rollback = sample.rollback();
            rollback.capture(name);
            rollback.capture(
                    CaptureOptions.of(name + "2").withTables(List.of("\"" + name.replace("\"", "\"\"") + "\"")));
            sample.execute("DROP VIEW " + q("z" + name.substring(1)) + "; ALTER TABLE " + table + " DROP COLUMN "
                    + q(other) + ", MODIFY plain varchar(30), ADD COLUMN extra integer");
            assertThat(rollback.verify(name).isClean()).isFalse();
            String saved = rollback.plan(name).toJson();
            RollbackReport report = rollback.revert(rollback.loadPlan(saved), Sample.accepting());
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(sample.structure()).isEqualTo(sample.before());
            assertThat(sample.rows()).isEqualTo(rows);
            assertThat(rollback.verify(name).findings()).isEmpty();
            assertThat(rollback.drillBackup(name).problems()).isEmpty();
            assertThat(rollback.cleanup(report.run())).isNotEmpty();
            rollback.prune(0);
            assertThat(rollback.backups()).isEmpty();
            assertThat(sample.structure()).isEqualTo(sample.before());
        }
    }
}
