// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.plan.ExplicitPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A name is a name, whatever it is made of: through everything that the library does. */
public abstract class NamesContract implements Contract {
    private static final List<String> NAMES = List.of(
            "it's \"quoted\"",
            "a b",
            "semi;colon--",
            "dots.in.it",
            "comma,comma",
            "Grüße 漢字",
            "100% %s ?",
            "$dollar$ $1 $$",
            "1st",
            "UPPER",
            "select",
            "/*n*/ ${x} :y",
            "a{b");
    /** Of schemas, tables and columns; a driver may read them as escapes of JDBC, which a backup schema cannot bear. */
    private static final List<String> ESCAPES = List.of("{fn now()}", "{d 'x'}", "{call x}");

    /** The same odd name for the schema, the table, a column, a key, an index, a view and the backup schema. */
    @TestFactory
    Stream<DynamicTest> everything() {
        return Stream.concat(NAMES.stream(), server().oddNames().stream())
                .map(name -> dynamicTest(name, () -> {
                    try (ContractDatabase database = server().freshDatabase()) {
                        new Odd(server(), database, name).run();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> escapesOfJdbc() {
        return ESCAPES.stream()
                .map(name -> dynamicTest(name, () -> {
                    try (ContractDatabase database = server().freshDatabase()) {
                        new Odd(server(), database, name, database.backupSchema()).run();
                    }
                }));
    }

    /** Quotes tell a dot of a name from the one between schema and table. */
    @Test
    void namesThatLookAlike() {
        try (Sample sample = Sample.fresh(server())) {
            ContractServer server = server();
            String dotted = server.quote("customers.id");
            sample.execute("CREATE TABLE " + dotted + " (id integer NOT NULL PRIMARY KEY)");
            String schema = sample.database().schema();
            assertThat(captured(sample, "1", "\"customers.id\"")).isEqualTo("customers.id");
            assertThat(captured(sample, "2", "\"" + schema + "\".\"customers.id\""))
                    .isEqualTo("customers.id");
            assertThat(captured(sample, "3", schema + ".customers")).isEqualTo("customers");
            assertThat(captured(sample, "4", "\"customers\"")).isEqualTo("customers");
            assertThatThrownBy(() -> captured(sample, "5", "\"customers\".\"id\""))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("\"customers\".\"id\"");
        }
    }

    private static String captured(Sample sample, String label, String table) {
        return sample.rollback()
                .capture(CaptureOptions.of(label).withTables(List.of(table)))
                .tables()
                .get(0)
                .table()
                .name();
    }

    /** A schema of that name, with everything in it. */
    private static final class Odd {
        private final ContractServer server;
        private final ContractDatabase database;
        private final String name;
        private final String other;
        private final String rest;
        private final String third;
        private final String label;
        private final String backups;

        /** The backup schema has an odd name too. */
        Odd(ContractServer server, ContractDatabase database, String name) {
            this(server, database, name, another(name));
        }

        Odd(ContractServer server, ContractDatabase database, String name, String backups) {
            this.server = server;
            this.database = database;
            this.name = name;
            this.backups = backups;
            this.rest = name.substring(name.offsetByCodePoints(0, 1));
            this.other = another(name);
            this.third = "z" + rest;
            this.label = name.substring(0, Math.min(name.length(), 90)).replace("\n", " ");
        }

        private static String another(String name) {
            return name.length() > 30 ? "y" + name.substring(name.offsetByCodePoints(0, 1)) : name + "!";
        }

        private void execute(String sql) {
            database.execute(sql.replace("%t", table(name))
                    .replace("%o", table(other))
                    .replace("%v", table(third))
                    .replace("%n", server.quote(name))
                    .replace("%m", server.quote(other))
                    .replace("%3", server.quote(third))
                    .replace("%4", server.quote("u" + rest)));
        }

        private String table(String table) {
            return server.quote(name) + "." + server.quote(table);
        }

        private String everything() {
            return database.everything(List.of(name));
        }

        void run() {
            database.execute("CREATE SCHEMA " + server.quote(name));
            try {
                execute("""
                        CREATE TABLE %t (%n integer NOT NULL PRIMARY KEY, %m varchar(20) DEFAULT 'd', plain varchar(9),
                            CONSTRAINT %4 UNIQUE (%m), CONSTRAINT %3 CHECK (plain <> ''));
                        CREATE TABLE %o (id integer NOT NULL PRIMARY KEY, %n integer,
                            CONSTRAINT %m FOREIGN KEY (%n) REFERENCES %t (%n));
                        CREATE VIEW %v AS SELECT %m FROM %t;
                        INSERT INTO %t VALUES (1, 'x1', '1'), (2, 'x2', '2'), (3, 'x3', '3');
                        INSERT INTO %o VALUES (1, 1), (2, 2);
                        """);
                rollsBack();
            } finally {
                List.of(name, backups).stream().filter(database::hasSchema).forEach(this::drop);
            }
        }

        private void drop(String schema) {
            database.execute(ContractSql.part(server, "backup", "drop").replace("%backup%", server.quote(schema)));
        }

        private void rollsBack() {
            String before = everything();
            Rollback rollback = Rollback.builder(database.dataSource())
                    .schemas(name)
                    .backupSchema(backups)
                    .build();
            rollback.capture(label);
            rollback.capture(CaptureOptions.of(label + "2").withTables(List.of(text(name))));
            execute("DROP VIEW %v");
            dropsByName(rollback);
            execute("""
                    ALTER TABLE %t DROP COLUMN %m;
                    ALTER TABLE %t ADD COLUMN extra integer;
                    """);
            assertThat(rollback.verify(label).isClean()).isFalse();
            String saved = rollback.plan(label).toJson();
            RollbackReport report = proven(rollback.revert(rollback.loadPlan(saved), Sample.accepting()));
            assertThat(everything()).isEqualTo(before);
            assertThat(rollback.verify(label).findings()).isEmpty();
            assertThat(rollback.drillBackup(label).problems()).isEmpty();
            assertThat(rollback.cleanup(report.run())).isNotEmpty();
            rollback.history().forEach(run -> rollback.cleanup(run.id()));
            rollback.prune(0);
            assertThat(rollback.backups()).isEmpty();
            assertThat(everything()).isEqualTo(before);
        }

        /** Plans by hand, over a table that comes and goes. */
        private void dropsByName(Rollback rollback) {
            execute("CREATE TABLE %v (id integer NOT NULL PRIMARY KEY, %n integer, %m integer)");
            execute("INSERT INTO %v VALUES (1, 2, 3)");
            String table = text(name) + "." + text(third);
            runs(rollback, ExplicitPlan.builder().dropColumn(table, name).build());
            runs(rollback, ExplicitPlan.builder().dropTable(text(third)).build());
            if (!server.lacking().contains(Feature.PARTITIONS)) {
                execute(ContractSql.part(server, "names", "partitioned"));
                runs(rollback, ExplicitPlan.builder().removePartitioning(table).build());
                runs(rollback, ExplicitPlan.builder().dropTable(table).build());
            }
        }

        private static void runs(Rollback rollback, ExplicitPlan wishes) {
            proven(rollback.revert(rollback.plan(wishes), Sample.accepting()));
        }

        private static RollbackReport proven(RollbackReport report) {
            assertThat(report.isProven()).as(report.toText()).isTrue();
            return report;
        }

        private static String text(String name) {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }
    }
}
