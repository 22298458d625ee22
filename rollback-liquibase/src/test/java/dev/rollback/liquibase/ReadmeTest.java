// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RollbackReport;
import dev.rollback.testservers.ReadmeCode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the README shows are compiled and run as they stand there. */
@Tag("versions")
class ReadmeTest {
    private static final String CLASS = """
            import dev.rollback.RollbackReport;
            import dev.rollback.liquibase.LiquibaseRollback;
            import dev.rollback.plan.RollbackPlan;
            import javax.sql.DataSource;

            public class Shown {
                public static RollbackReport run(DataSource dataSource) throws Exception {
                    %s
                    return report;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theLinesWorkAndAreFiveAtMost() throws Exception {
        ReadmeCode shown = ReadmeCode.after("## With Liquibase");
        assertThat(shown.lines().lines()).hasSizeLessThanOrEqualTo(5);
        Path db = Files.createDirectories(folder.resolve("db"));

        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                URLClassLoader loader = shown.compile(CLASS, folder)) {
            thread.setContextClassLoader(loader);
            Changelog changelog = new Changelog(database, db);
            String first = Changelog.set("1", "CREATE TABLE a (id int);");
            changelog.file("changelog.sql", first);
            LiquibaseRollback.builder(database.dataSource(), "db/changelog.sql")
                    .build()
                    .run(liquibase -> {
                        liquibase.update("");
                        liquibase.tag("v1");
                    });
            changelog.file("changelog.sql", first, Changelog.set("2", "ALTER TABLE a ADD COLUMN c int;"));
            Object report =
                    loader.loadClass("Shown").getMethod("run", DataSource.class).invoke(null, database.dataSource());
            assertThat(((RollbackReport) report).isProven()).isTrue();
            assertThat(database.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'a'"))
                    .containsExactly(List.of("id"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
