// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.flyway.FlywayRollback;
import dev.rollback.testservers.ReadmeCode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The beans that the README shows are compiled and do what it says. */
class ReadmeTest {
    private static final String CLASS = """
            import dev.rollback.flyway.FlywayRollback;
            import org.flywaydb.core.Flyway;
            import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
            import org.springframework.context.annotation.Bean;
            import org.springframework.context.annotation.Configuration;

            @Configuration(proxyBeanMethods = false)
            public class Shown {
                %s
            }
            """;

    @TempDir
    Path folder;

    @Test
    void twoBeansMakeSpringsFlywayCapture() throws Exception {
        ReadmeCode shown = ReadmeCode.after("In Spring Boot");
        assertThat(shown.lines().lines()).hasSizeLessThanOrEqualTo(5);
        Files.createDirectories(folder.resolve("db/migration"));
        Files.writeString(folder.resolve("db/migration/V1__a.sql"), "CREATE TABLE a (id int);");
        try (TestDatabase database = TestPostgres.shared().freshDatabase();
                URLClassLoader loader = shown.compile(CLASS, folder);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setClassLoader(loader);
            context.registerBean(DataSource.class, database::dataSource);
            context.register(loader.loadClass("Shown"), FlywayAutoConfiguration.class);
            context.refresh();
            FlywayRollback rollback = context.getBean(FlywayRollback.class);
            assertThat(rollback.restorePoints()).hasSize(1);
            assertThat(rollback.readiness().isReady()).isTrue();
            assertThat(rollback.toEmpty().isProven()).isTrue();
            assertThat(database.query("SELECT 1 FROM information_schema.tables WHERE table_name = 'a'"))
                    .isEmpty();
        }
    }
}
