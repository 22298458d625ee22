// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name is a name, whatever it is made of: through everything that the library does. */
class BadInputNamesTest {

    static Stream<String> names() {
        return Stream.of(
                "it's \"quoted\"",
                "a b ",
                "semi;colon--",
                "dots.in.it",
                "comma,comma",
                "Grüße 漢字 🙂",
                "100% %s ?",
                "back\\slash",
                "$dollar$ $1 $$",
                "two\nlines",
                "1st",
                "UPPER",
                "select",
                "/*n*/ {fn now()} ${x} :y",
                "é".repeat(31) + "x");
    }

    private static String q(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The same odd name for the schema, the table, a column, the key, an index, a view, a sequence and the backup schema. */
    @ParameterizedTest
    @MethodSource("names")
    void everything(String name) {
        String other = name.length() > 30 ? "y" + name.substring(1) : name + "!";
        String schema = q(name);
        String table = schema + "." + q(name);
        String label = name.replace("\n", " ");
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("CREATE SCHEMA " + schema + "; CREATE TABLE " + table + " (" + q(name)
                    + " serial CONSTRAINT " + q("z" + name.substring(1)) + " PRIMARY KEY, " + q(other)
                    + " text DEFAULT 'd', plain varchar(9), CHECK (plain <> '')); CREATE INDEX ON " + table + " ("
                    + q(other) + "); CREATE TABLE " + schema + "." + q(other) + " (id integer PRIMARY KEY, " + q(name)
                    + " integer REFERENCES " + table + "); COMMENT ON COLUMN " + table + "." + q(other) + " IS 'c'");
            database.execute("INSERT INTO " + table + " (" + q(other) + ", plain) SELECT 'x' || i, i"
                    + " FROM generate_series(1, 9) i; INSERT INTO " + schema + "." + q(other)
                    + " SELECT i, i FROM generate_series(1, 9) i");
            String before = PgDump.schema(database, name);
            PgDump.Data rows = PgDump.data(database, name);
            Rollback rollback = Rollback.builder(database.dataSource())
                    .schemas(name)
                    .backupSchema(other)
                    .build();
            rollback.capture(label);
            rollback.capture(CaptureOptions.of(label + "2").withTables(List.of(q(name))));
            database.execute("BEGIN; ALTER TABLE " + table + " DROP COLUMN " + q(other)
                    + ", ALTER COLUMN plain TYPE integer USING plain::integer, ADD COLUMN extra integer; COMMIT;"
                    + "CREATE TABLE " + schema + ".parts (" + q(name) + " integer, " + q(other)
                    + " text) PARTITION BY LIST (" + q(name) + ");" + "CREATE TABLE " + schema
                    + ".parts_1 PARTITION OF "
                    + schema + ".parts FOR VALUES IN (1); INSERT INTO " + schema + ".parts VALUES (1, 'a')");

            RollbackReport plain = rollback.revert(
                    rollback.plan(ExplicitPlan.builder()
                            .removePartitioning(q(name) + ".parts")
                            .build()),
                    BadInput.accepting());
            assertThat(plain.isProven()).as(plain.toText()).isTrue();
            RollbackReport column = rollback.revert(
                    rollback.plan(ExplicitPlan.builder()
                            .dropColumn(q(name) + ".parts", name)
                            .build()),
                    BadInput.accepting());
            assertThat(column.isProven()).as(column.toText()).isTrue();
            RollbackReport dropped = rollback.revert(
                    rollback.plan(ExplicitPlan.builder().dropTable("parts").build()), BadInput.accepting());
            assertThat(dropped.isProven()).as(dropped.toText()).isTrue();

            assertThat(rollback.verify(label).isClean()).isFalse();
            String saved = rollback.plan(
                            label, PlanOptions.defaults().withOnly(List.of(q(name) + "." + q(name), q(other))))
                    .toJson();
            RollbackReport report = rollback.revert(rollback.loadPlan(saved), BadInput.accepting());
            assertThat(report.isProven()).as(report.toText()).isTrue();
            assertThat(PgDump.schema(database, name)).isEqualTo(before);
            assertThat(PgDump.data(database, name)).isEqualTo(rows);
            assertThat(rollback.verify(label).findings()).isEmpty();
            assertThat(rollback.drillBackup(label).problems()).isEmpty();
            assertThat(rollback.cleanup(report.run())).isNotEmpty();
            rollback.history().forEach(run -> rollback.cleanup(run.id()));
            rollback.prune(0);
            assertThat(rollback.backups()).isEmpty();
            assertThat(PgDump.schema(database, name)).isEqualTo(before);
        }
    }

    /** Quotes tell a dot of a name from the one between schema and table. */
    @Test
    void namesThatLookAlike() {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("CREATE SCHEMA a; CREATE SCHEMA \"a.b\"; CREATE TABLE a.\"b.c\" (id integer PRIMARY KEY);"
                    + "CREATE TABLE \"a.b\".c (id integer PRIMARY KEY)");
            Rollback rollback =
                    Rollback.builder(database.dataSource()).schemas("a", "a.b").build();
            assertThat(captured(rollback, "1", "\"a\".\"b.c\"")).isEqualTo("b.c");
            assertThat(captured(rollback, "2", "\"a.b\".\"c\"")).isEqualTo("c");
            assertThat(captured(rollback, "3", "\"a.b\".c")).isEqualTo("c");
            assertThat(captured(rollback, "4", "c")).isEqualTo("c");
            assertThat(captured(rollback, "5", "b.c")).isEqualTo("b.c");
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> captured(rollback, "6", "a.b.c"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("ambiguous");
        }
    }

    private static String captured(Rollback rollback, String label, String table) {
        return rollback.capture(CaptureOptions.of(label).withTables(List.of(table)))
                .tables()
                .get(0)
                .table()
                .name();
    }
}
