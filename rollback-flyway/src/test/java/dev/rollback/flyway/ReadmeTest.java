// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final Pattern SHOWN = Pattern.compile("## With Flyway\\s+```java\\n(.*?)```", Pattern.DOTALL);

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
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(shown.find()).isTrue();
        assertThat(shown.group(1).lines()).hasSizeLessThanOrEqualTo(5);
        Path source = Files.writeString(folder.resolve("Shown.java"), CLASS.formatted(shown.group(1)));
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path, "-d", folder.toString(), source.toString());
        assertThat(exit).isZero();
        Files.createDirectories(folder.resolve("db/migration"));
        Files.writeString(folder.resolve("db/migration/V1__a.sql"), "CREATE TABLE a (id int);");

        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                URLClassLoader loader = new URLClassLoader(
                        new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
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
