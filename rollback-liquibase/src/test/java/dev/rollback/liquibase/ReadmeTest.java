// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.RollbackReport;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the README shows are compiled and run as they stand there. */
class ReadmeTest {
    private static final Pattern SHOWN = Pattern.compile("## With Liquibase\\s+```java\\n(.*?)```", Pattern.DOTALL);

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
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(shown.find()).isTrue();
        assertThat(shown.group(1).lines()).hasSizeLessThanOrEqualTo(5);
        Path source = Files.writeString(folder.resolve("Shown.java"), CLASS.formatted(shown.group(1)));
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path, "-d", folder.toString(), source.toString());
        assertThat(exit).isZero();
        Path db = Files.createDirectories(folder.resolve("db"));

        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
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
