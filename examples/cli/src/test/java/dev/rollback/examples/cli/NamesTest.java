// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as people write them on a command line. */
class NamesTest {

    @Test
    void listsAreTakenApartOutsideQuotes() {
        assertThat(Names.list(List.of("a,b", "c"))).containsExactly("a", "b", "c");
        assertThat(Names.list(List.of("\"a,b\",c,\"d\"\",e\""))).containsExactly("\"a,b\"", "c", "\"d\"\",e\"");
        assertThat(Names.list(List.of())).isEmpty();
        assertThat(Names.list(List.of("a\\,b"))).containsExactly("a\\", "b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t.c             | 1
            s.t.c           | 3
            "s.t".c         | 5
            "a.b"."c.d"     | 5
            t."c.d"         | 1
            "a""."".b"."c"  | 10
            "a.b"           | -1
            """)
    void theLastDotOutsideQuotes(String name, int dot) {
        assertThat(Names.lastDot(name)).isEqualTo(dot);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain     | plain
            "a.b"     | a.b
            "a""b"    | a"b
            """)
    void quotesAreTakenOff(String written, String name) {
        assertThat(Names.unquoted(written)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"quoted\"",
                "a b ",
                "semi;colon--",
                "dots.in.it",
                "comma,comma",
                "100% %s",
                "back\\slash",
                "$dollar$ $1",
                "two\nlines",
                "1st",
                "UPPER",
                "@at",
                "#x",
                "'single'",
                "é漢🙂"
            })
    void everyCommand(String name) {
        String q = "\"" + name.replace("\"", "\"\"") + "\"";
        String label = name.replace("\n", " ");
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("CREATE SCHEMA " + q + "; CREATE TABLE " + q + "." + q + " (id integer PRIMARY KEY, " + q
                    + " text, plain text); INSERT INTO " + q + "." + q
                    + " SELECT i, i, i FROM generate_series(1, 9) i");
            String before = PgDump.schema(database, name);
            String backups = name + "!";
            List<String> common = List.of("--schema", name, "--backup-schema", backups);
            ok(database, common, "capture", "--label", label);
            ok(database, common, "capture", "--label", label + "2", "--tables", q + "." + q);
            database.execute("ALTER TABLE " + q + "." + q + " DROP COLUMN plain; CREATE TABLE " + q
                    + ".parts (id integer, " + q + " integer) PARTITION BY LIST (id)");
            assertThat(run(database, common, "verify", "--to", label).code()).isEqualTo(ExitCodes.DIFFERENCES);
            ok(database, common, "remove-partitioning", q + ".parts", "--yes", "--allow-data-loss");
            ok(database, common, "drop-column", q + ".parts." + q, "--yes", "--allow-data-loss");
            ok(database, common, "drop-table", q + ".parts", "--yes", "--allow-data-loss");
            assertThat(ok(database, common, "plan", "--to", label, "--only", q).out())
                    .contains(name.lines().findFirst().orElseThrow());
            ok(database, common, "rollback", "--to", label, "--only", q, "--yes", "--allow-data-loss");
            ok(database, common, "verify", "--to", label);
            ok(database, common, "verify-backup", label, "--drill");
            ok(database, common, "status");
            ok(database, common, "history");
            ok(database, common, "cleanup", "--older-than", "0h");
            ok(database, common, "prune", "--keep-days", "0");
            assertThat(PgDump.schema(database, name)).isEqualTo(before);
        }
    }

    private static Cli.Result ok(TestDatabase database, List<String> common, String... args) {
        Cli.Result result = run(database, common, args);
        assertThat(result.code())
                .as(String.join(" ", args) + "\n" + result.all())
                .isZero();
        return result;
    }

    private static Cli.Result run(TestDatabase database, List<String> common, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(common);
        return Cli.run(Cli.on(database, all.toArray(String[]::new)));
    }
}
