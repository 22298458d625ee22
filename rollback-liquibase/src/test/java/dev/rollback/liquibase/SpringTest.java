// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.testservers.ReadmeCode;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestH2;
import dev.rollback.testservers.TestPostgres;
import dev.rollback.testservers.TestServer;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The beans that the README shows, compiled as they stand there: a Spring host with its own SpringLiquibase. */
@Tag("versions")
class SpringTest {
    private static final String CLASS = """
            import dev.rollback.liquibase.LiquibaseRollback;
            import javax.sql.DataSource;
            import liquibase.Liquibase;
            import liquibase.exception.LiquibaseException;
            import liquibase.integration.spring.SpringLiquibase;
            import org.springframework.context.annotation.Bean;

            @org.springframework.context.annotation.Configuration
            public class Shown {
                %s
            }
            """;
    private static final String PEOPLE =
            Changelog.set("1", "CREATE TABLE people (id int PRIMARY KEY, name varchar(20), email varchar(20));");
    private static final String NO_MAIL = Changelog.set("2", "ALTER TABLE people DROP COLUMN email;");

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    @TempDir
    Path folder;

    @AfterEach
    void after() {
        thread.setContextClassLoader(before);
    }

    @TestFactory
    Stream<DynamicTest> aSpringHost() {
        return Stream.of(TestPostgres.shared(), TestH2.shared())
                .map(server -> DynamicTest.dynamicTest(server.version(), () -> startsFailsAndGoesBack(server)));
    }

    private void startsFailsAndGoesBack(TestServer server) throws Exception {
        ReadmeCode shown = ReadmeCode.after("With Spring these five lines do it");
        assertThat(shown.lines().lines()).hasSizeLessThanOrEqualTo(5);
        Path here = Files.createTempDirectory(folder, "host");
        Files.createDirectories(here.resolve("db"));
        try (TestDatabase database = server.freshDatabase();
                URLClassLoader loader = shown.compile(CLASS, here)) {
            thread.setContextClassLoader(loader);
            Changelog changelog = new Changelog(database, here.resolve("db"));
            changelog.file("changelog.sql", PEOPLE);
            try (AnnotationConfigApplicationContext context = start(loader, database)) {
                context.getBean(LiquibaseRollback.class).run(liquibase -> liquibase.tag("v1"));
            }
            database.execute("INSERT INTO people VALUES (1, 'Ann', 'ann@x')");

            failing(changelog, loader, database);
            back(changelog, loader, database);
        }
    }

    private static AnnotationConfigApplicationContext start(URLClassLoader loader, TestDatabase database)
            throws ClassNotFoundException {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setClassLoader(loader);
        context.registerBean(DataSource.class, database::dataSource);
        context.register(loader.loadClass("Shown"));
        context.refresh();
        return context;
    }

    /** Half of a change set stays where each statement commits, without the way back. */
    private static void failing(Changelog changelog, URLClassLoader loader, TestDatabase database) {
        changelog.file(
                "changelog.sql",
                PEOPLE,
                Changelog.set("bad", "ALTER TABLE people DROP COLUMN email;\nALTER TABLE nobody DROP COLUMN email;"));
        assertThatThrownBy(() -> start(loader, database)).hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(database.query("SELECT id, name, email FROM people")).containsExactly(List.of("1", "Ann", "ann@x"));
    }

    private static void back(Changelog changelog, URLClassLoader loader, TestDatabase database)
            throws ClassNotFoundException {
        changelog.file("changelog.sql", PEOPLE, NO_MAIL);
        try (AnnotationConfigApplicationContext context = start(loader, database)) {
            LiquibaseRollback rollback = context.getBean(LiquibaseRollback.class);
            assertThat(rollback.readiness().reasons()).isEmpty();
            database.execute("INSERT INTO people VALUES (2, 'Bob')");

            assertThat(rollback.revert(rollback.planToTag("v1")).isProven()).isTrue();

            assertThat(database.query("SELECT id, name, email FROM people ORDER BY id"))
                    .containsExactly(List.of("1", "Ann", "ann@x"), LiquibaseContract.row("2", "Bob", null));
            assertThat(rollback.readiness().isReady())
                    .as("what was taken back is pending")
                    .isFalse();
        }
        try (AnnotationConfigApplicationContext context = start(loader, database)) {
            assertThat(context.getBean(LiquibaseRollback.class).readiness().isReady())
                    .isTrue();
        }
    }
}
