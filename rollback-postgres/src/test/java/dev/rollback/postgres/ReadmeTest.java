// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.ReadmeCode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the README shows are compiled and run as they stand there. */
class ReadmeTest {
    private static final String CLASS = """
            import dev.rollback.*;
            import dev.rollback.plan.RollbackPlan;
            import javax.sql.DataSource;

            public class Shown {
                private static DataSource source;

                public static void run(DataSource dataSource) throws Exception {
                    source = dataSource;
                    %s
                }

                private static void migrate() throws Exception {
                    try (var connection = source.getConnection(); var statement = connection.createStatement()) {
                        statement.execute("ALTER TABLE people DROP COLUMN mail");
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theFirstLinesWorkAndAreTwelve() throws Exception {
        ReadmeCode shown = ReadmeCode.after("## Twelve lines of Java");
        assertThat(shown.lines().lines().filter(l -> !l.isBlank())).hasSizeLessThanOrEqualTo(12);
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                URLClassLoader loader = shown.compile(CLASS, folder)) {
            database.execute(
                    "CREATE TABLE people (id int PRIMARY KEY, mail text); INSERT INTO people VALUES (1, 'a@x')");
            loader.setDefaultAssertionStatus(true);
            loader.loadClass("Shown").getMethod("run", DataSource.class).invoke(null, database.dataSource());
            assertThat(database.query("SELECT id, mail FROM people")).containsExactly(List.of("1", "a@x"));
        }
    }
}
