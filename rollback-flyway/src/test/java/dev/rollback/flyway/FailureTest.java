// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import dev.rollback.capture.FileBackups;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestMysql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a migration where every change of structure commits by itself. */
class FailureTest {
    private static final String FAILING = """
            ALTER TABLE people ADD COLUMN age int;
            ALTER TABLE nobody ADD COLUMN age int;
            CREATE TABLE houses (id int PRIMARY KEY);
            """;

    @TempDir
    Path folder;

    private TestDatabase database;
    private Migrations migrations;

    @BeforeEach
    void before() throws Exception {
        database = TestMysql.shared().freshDatabase();
        migrations = new Migrations(database, Files.createDirectory(folder.resolve("migrations")))
                .script("V1__people.sql", "CREATE TABLE people (id int PRIMARY KEY, name varchar(50));");
    }

    @AfterEach
    void after() {
        database.execute("DROP DATABASE IF EXISTS of_" + database.name());
        database.close();
    }

    private FlywayRollback.Builder builder(OnEvent... more) {
        return FlywayRollback.builder(migrations.flyway().callbacks(more))
                .rollback(b -> b.backupSchema("of_" + database.name()));
    }

    private List<List<String>> columns() {
        return database.query("SELECT column_name FROM information_schema.columns WHERE table_schema = database()"
                + " AND table_name = 'people' ORDER BY ordinal_position");
    }

    @Test
    void aFailureStaysWhenTheHostWantsToLookAtIt() {
        FlywayRollback rollback = builder().undoFailures(false).build();
        rollback.flyway().migrate();
        migrations.script("V2__three.sql", FAILING);
        assertThatThrownBy(() -> rollback.flyway().migrate()).isInstanceOf(FlywayException.class);
        assertThat(columns()).hasSize(3);
        Readiness readiness = rollback.readiness();
        assertThat(readiness.isReady()).isFalse();
        assertThat(readiness.reasons()).containsExactly("Version 2 (V2__three.sql) failed.");

        assertThat(rollback.planUndoFailed().toSql()).contains("`age`");
        assertThat(rollback.undoFailed().isProven()).isTrue();

        assertThat(columns()).hasSize(2);
        assertThat(Migrations.states(rollback.flyway())).containsExactly("1 Success", "2 Deleted", "2 Pending");
        migrations.script("V2__three.sql", "ALTER TABLE people ADD COLUMN age int;");
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
        assertThat(rollback.readiness()).isEqualTo(new Readiness("2", "2", List.of()));
    }

    /** Fails when the migration is done, before its row is written. */
    private static OnEvent broken(AtomicBoolean broken) {
        return new OnEvent("broken", Event.AFTER_EACH_MIGRATE, context -> {
            if (broken.get() && context.getMigrationInfo().getScript().equals("V2__age.sql")) {
                throw new IllegalStateException("broken callback");
            }
        });
    }

    @Test
    void aMigrationWithoutARowInTheHistoryIsTakenBackToo() {
        AtomicBoolean broken = new AtomicBoolean(true);
        FlywayRollback rollback = builder(broken(broken)).build();
        rollback.flyway().migrate();
        migrations.script("V2__age.sql", "ALTER TABLE people ADD COLUMN age int;");
        assertThatThrownBy(() -> rollback.flyway().migrate()).hasMessageContaining("broken callback");
        assertThat(columns()).hasSize(2);
        broken.set(false);
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void aMigrationThatWasKilledIsTakenBackByHand() {
        FlywayRollback rollback = builder().undoFailures(false).build();
        rollback.flyway().migrate();
        migrations.script("V2__age.sql", "ALTER TABLE people ADD COLUMN age int;");
        FlywayRollback killed =
                builder(broken(new AtomicBoolean(true))).undoFailures(false).build();
        assertThatThrownBy(() -> killed.flyway().migrate()).hasMessageContaining("broken callback");
        assertThat(columns()).hasSize(3);
        assertThatThrownBy(() -> rollback.flyway().migrate()).isInstanceOf(FlywayException.class);

        assertThat(rollback.undoFailed().isProven()).isTrue();

        assertThat(columns()).hasSize(2);
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
        assertThat(Migrations.states(rollback.flyway())).contains("2 Success");
    }

    @Test
    void aMigrationWithAnotherDelimiter() {
        FlywayRollback rollback = builder().captureEachMigration(true).build();
        rollback.flyway().migrate();
        migrations.script("V2__trigger.sql", """
                DELIMITER //
                CREATE TRIGGER people_name BEFORE INSERT ON people FOR EACH ROW
                BEGIN
                    SET NEW.name = upper(NEW.name);
                END//
                DELIMITER ;
                """).script("U2__trigger.sql", """
                DELIMITER $$
                DROP TRIGGER people_name$$
                DELIMITER ;
                """);
        rollback.flyway().migrate();
        assertThat(rollback.revert(rollback.planUndoLast(), FlywayContract.ACCEPTING)
                        .isProven())
                .isTrue();
        assertThat(database.query("SELECT 1 FROM information_schema.triggers WHERE trigger_schema = database()"))
                .isEmpty();
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void backupsInFiles() throws Exception {
        Path files = Files.createDirectory(folder.resolve("backups"));
        FlywayRollback rollback = FlywayRollback.builder(migrations.flyway())
                .rollback(b -> b.backupSchema("of_" + database.name()).backups(FileBackups.in(files)))
                .build();
        rollback.flyway().migrate();
        database.execute("INSERT INTO people VALUES (1, 'Ann')");
        migrations.script("V2__no_name.sql", "ALTER TABLE people DROP COLUMN name;");
        rollback.flyway().migrate();
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(database.query("SELECT name FROM people")).containsExactly(List.of("Ann"));
    }

    @Test
    void nothingFailed() {
        FlywayRollback rollback = builder().build();
        assertThat(rollback.readiness().reasons()).containsExactly("Version 1 (V1__people.sql) is pending.");
        rollback.flyway().migrate();
        rollback.rollback().prune(0);
        assertThatThrownBy(rollback::planUndoFailed)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("No backup was taken");
    }
}
