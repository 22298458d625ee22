// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.testservers.ReadmeCode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the README shows are compiled and run as they stand there. */
class ReadmeTest {
    private static final String CLASS = """
            import dev.rollback.RollbackReport;
            import dev.rollback.flyway.FlywayRollback;
            import dev.rollback.plan.RollbackPlan;
            import javax.sql.DataSource;
            import org.flywaydb.core.Flyway;

            public class Shown {
                public static RollbackReport run(DataSource dataSource) {
                    %s
                    return report;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theLinesWorkAndAreFiveAtMost() throws Exception {
        ReadmeCode shown = ReadmeCode.after("## With Flyway");
        assertThat(shown.lines().lines()).hasSizeLessThanOrEqualTo(5);
        Files.createDirectories(folder.resolve("db/migration"));
        Files.writeString(folder.resolve("db/migration/V1__a.sql"), "CREATE TABLE a (id int);");

        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                URLClassLoader loader = shown.compile(CLASS, folder)) {
            thread.setContextClassLoader(loader);
            FlywayRollback.builder(org.flywaydb.core.Flyway.configure(loader).dataSource(database.dataSource()))
                    .build()
                    .flyway()
                    .migrate();
            Files.writeString(folder.resolve("db/migration/V2__b.sql"), "ALTER TABLE a ADD COLUMN c int;");
            Object report =
                    loader.loadClass("Shown").getMethod("run", DataSource.class).invoke(null, database.dataSource());
            assertThat(((dev.rollback.RollbackReport) report).isProven()).isTrue();
            assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'a'"))
                    .containsExactly(List.of("id"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
