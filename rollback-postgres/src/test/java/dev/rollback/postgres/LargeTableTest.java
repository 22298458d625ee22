// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.PgDump;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the table: five million rows go through capture, partition removal and verify in 64 MB. */
class LargeTableTest {
    private static final String PARTITION = """
            ALTER TABLE metrics RENAME TO metrics_old;
            CREATE TABLE metrics (id bigint NOT NULL, taken_at timestamptz NOT NULL, value double precision, note text,
                PRIMARY KEY (id, taken_at)) PARTITION BY RANGE (taken_at);
            DO $$ BEGIN FOR m IN 0..23 LOOP
                EXECUTE format('CREATE TABLE metrics_%s PARTITION OF metrics FOR VALUES FROM (%L) TO (%L)', m,
                    '2023-01-01'::timestamptz + make_interval(months => m),
                    '2023-01-01'::timestamptz + make_interval(months => m + 1)); END LOOP; END $$;
            INSERT INTO metrics SELECT * FROM metrics_old;
            DROP TABLE metrics_old;
            """;

    @Test
    void aQuarterOfAMillionRows() throws Exception {
        run(250_000);
    }

    @Test
    @Tag("long")
    void fiveMillionRows() throws Exception {
        run(5_000_000);
    }

    @Test
    void aMillionRowsInFiles(@TempDir Path directory) throws Exception {
        run(1_000_000, directory.toString());
    }

    private static void run(long rows, String... more) throws Exception {
        try (TestDatabase database = TestPostgres.shared().freshDatabase()) {
            database.execute("""
                    CREATE TABLE metrics (id bigint PRIMARY KEY, taken_at timestamptz NOT NULL, value double precision, note text);
                    INSERT INTO metrics SELECT i, '2023-01-01'::timestamptz + make_interval(secs => i * 60000000.0 / %d),
                        i / 3.0, 'note ' || i FROM generate_series(1, %d) i;
                    CREATE INDEX metrics_taken_at_idx ON metrics (taken_at);
                    """.formatted(rows, rows));
            String before = PgDump.schema(database, "public");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargeTable.class.getName(),
                    database.url(),
                    database.user(),
                    database.password(),
                    PARTITION));
            command.addAll(List.of(more));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            System.out.println(output);
            assertThat(PgDump.schema(database, "public")).isEqualTo(before);
            assertThat(database.query("SELECT count(*), sum(id) FROM public.metrics")
                            .get(0))
                    .containsExactly(String.valueOf(rows), String.valueOf(rows * (rows + 1) / 2));
        }
    }
}
