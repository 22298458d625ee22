// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import dev.rollback.RevertOptions;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds on every product. */
abstract class FlywayContract {
    static final RevertOptions ACCEPTING =
            RevertOptions.builder().allowDataLoss(true).build();

    @TempDir
    Path folder;

    TestDatabase database;
    Migrations migrations;

    abstract TestServer server();

    @BeforeEach
    void before() {
        database = server().freshDatabase();
        migrations = new Migrations(database, folder).script("V1__people.sql", """
                        CREATE TABLE people (id int PRIMARY KEY, name varchar(50) NOT NULL, email varchar(50));
                        INSERT INTO people VALUES (1, 'Ann', 'ann@x'), (2, 'Bob', 'bob@x');
                        """);
    }

    @AfterEach
    void after() {
        database.close();
    }

    /** A schema of its own for each test, also where schemas are databases. */
    String backups() {
        return "of_" + database.name();
    }

    private FlywayRollback.Builder builder() {
        return migrations.builder().rollback(b -> b.backupSchema(backups()));
    }

    List<List<String>> people() {
        return database.query("SELECT id, name, email FROM people ORDER BY id");
    }

    @Test
    void theLastMigrationIsTakenBackAndPendingAgain() {
        FlywayRollback rollback = builder().options(ACCEPTING).build();
        rollback.flyway().migrate();
        migrations.script("V2__no_mail.sql", "ALTER TABLE people DROP COLUMN email;");
        rollback.flyway().migrate();
        database.execute("INSERT INTO people (id, name) VALUES (3, 'Cid')");

        RollbackReport report = rollback.undoLast();

        assertThat(report.isProven()).isTrue();
        assertThat(people())
                .containsExactly(List.of("1", "Ann", "ann@x"), List.of("2", "Bob", "bob@x"), row("3", "Cid", null));
        assertThat(Migrations.states(rollback.flyway())).containsExactly("1 Success", "2 Deleted", "2 Pending");
        assertThat(rollback.flyway().info().current().getVersion().toString()).isEqualTo("1");
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
        rollback.flyway().validate();
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(database.query(
                        "SELECT type FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank"))
                .containsExactly(row("SQL"), row("SQL"), row("DELETE"), row("SQL"), row("DELETE"));
    }

    @Test
    void aReleaseWithoutTheFileIsClean() {
        FlywayRollback rollback = builder().options(ACCEPTING).build();
        rollback.flyway().migrate();
        migrations.script("V2__no_mail.sql", "ALTER TABLE people DROP COLUMN email;");
        rollback.flyway().migrate();
        rollback.undoLast();
        migrations.remove("V2__no_mail.sql");

        rollback.flyway().validate();
        assertThat(rollback.flyway().migrate().migrationsExecuted).isZero();
    }

    @Test
    void aFailedMigrationHealsItself() {
        FlywayRollback rollback = builder().build();
        rollback.flyway().migrate();
        migrations.script("V2__three.sql", """
                ALTER TABLE people ADD COLUMN age int;
                ALTER TABLE nobody ADD COLUMN age int;
                CREATE TABLE houses (id int PRIMARY KEY);
                """);
        assertThatThrownBy(() -> rollback.flyway().migrate()).isInstanceOf(FlywayException.class);

        assertThat(rollback.rollback()
                        .verify(rollback.restorePoints().get(0).label())
                        .isClean())
                .isTrue();
        assertThat(Migrations.states(rollback.flyway())).noneMatch(s -> s.contains("Failed"));
        migrations.script("V2__three.sql", """
                ALTER TABLE people ADD COLUMN age int;
                ALTER TABLE people ADD COLUMN height int;
                CREATE TABLE houses (id int PRIMARY KEY);
                """);
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
        rollback.flyway().validate();
        assertThat(database.query("SELECT age, height FROM people")).hasSize(2);
    }

    @Test
    void severalMigrationsAreTakenBackInOnePlan() {
        FlywayRollback rollback =
                builder().captureEachMigration(true).options(ACCEPTING).build();
        migrations
                .script("V2__age.sql", "ALTER TABLE people ADD COLUMN age int;")
                .script("V3__no_mail.sql", "ALTER TABLE people DROP COLUMN email;")
                .script("V4__houses.sql", "CREATE TABLE houses (id int PRIMARY KEY);")
                .script("R__view.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM people;");
        rollback.flyway().migrate();
        assertThat(rollback.restorePoints()).hasSize(5);

        assertThat(rollback.to("2").isProven()).isTrue();

        assertThat(rollback.flyway().info().current().getVersion().toString()).isEqualTo("2");
        assertThat(people()).hasSize(2);
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(3);
        assertThat(database.query("SELECT name FROM names")).hasSize(2);
        rollback.flyway().validate();
        assertThat(rollback.back(3).isProven()).isTrue();
        assertThat(rollback.flyway().info().current().getVersion().toString()).isEqualTo("1");
        assertThatThrownBy(rollback::undoLast)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("toEmpty()");
        assertThat(rollback.toEmpty().isProven()).isTrue();
        assertThat(rollback.flyway().info().current()).isNull();
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(5);
    }

    @Test
    void aRunThatLostItsSessionIsResumedUnderTheLock() throws Exception {
        RevertOptions soon = RevertOptions.builder()
                .allowDataLoss(true)
                .lockPatience(Duration.ofSeconds(2))
                .build();
        FlywayRollback rollback = builder().options(soon).build();
        rollback.flyway().migrate();
        migrations.script("V2__no_mail.sql", "ALTER TABLE people DROP COLUMN email;");
        rollback.flyway().migrate();
        FlywayRollback losing = migrations
                .builder()
                .options(soon)
                .rollback(b -> b.backupSchema(backups()).check(connection -> {
                    connection.close();
                    return Optional.empty();
                }))
                .build();
        assertThatThrownBy(losing::undoLast)
                .isInstanceOf(RollbackFailedException.class)
                .hasMessageContaining("resume 1");

        migrations.script("V3__houses.sql", "CREATE TABLE houses (id int PRIMARY KEY);");
        OnEvent resuming = new OnEvent("resume", Event.BEFORE_EACH_MIGRATE, context -> rollback.resume("1"));
        Flyway node = migrations.flyway().callbacks(resuming).load();
        assertThatThrownBy(node::migrate).hasStackTraceContaining("Another node migrates");
        migrations.remove("V3__houses.sql");
        assertThat(rollback.resume("1").isProven()).isTrue();

        assertThat(people()).containsExactly(List.of("1", "Ann", "ann@x"), List.of("2", "Bob", "bob@x"));
        assertThat(Migrations.states(rollback.flyway())).containsExactly("1 Success", "2 Deleted", "2 Pending");
        assertThat(rollback.rollback().status().openRuns()).isEmpty();
    }

    static List<String> row(String... values) {
        return java.util.Arrays.asList(values);
    }
}
