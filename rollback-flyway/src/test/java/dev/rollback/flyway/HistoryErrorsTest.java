// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken back says why, and what there is instead; nothing is changed. */
class HistoryErrorsTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private Migrations migrations;
    private FlywayRollback rollback;

    @BeforeEach
    void before() {
        database = TestPostgres.shared().freshDatabase();
        migrations = new Migrations(database, folder)
                .script("V1__a.sql", "CREATE TABLE a (id int);")
                .script("V2__b.sql", "CREATE TABLE b (id int);")
                .script("V3__c.sql", "CREATE TABLE c (id int);");
        rollback = migrations.builder().captureEachMigration(true).build();
    }

    @AfterEach
    void after() {
        database.close();
    }

    private List<List<String>> tables() {
        return database.query(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^.$' ORDER BY 1");
    }

    @Test
    void aVersionThatIsUnknown() {
        rollback.flyway().migrate();
        assertThatThrownBy(() -> rollback.planTo("9"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no version 9")
                .hasMessageContaining("has 1, 2, 3");
        assertThatThrownBy(() -> rollback.planTo("x"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'x' is no version");
        assertThatThrownBy(() -> rollback.planTo("3"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at version 3 already");
        assertThatThrownBy(() -> rollback.planBack(4))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("4 migrations are to be taken back")
                .hasMessageContaining("history: 3, 2, 1");
        assertThatThrownBy(() -> rollback.planBack(0)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aVersionThatWasTakenBackIsNoTargetAnyMore() {
        rollback.flyway().migrate();
        rollback.back(2);
        assertThatThrownBy(() -> rollback.planTo("2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 1.");
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void aBackupThatIsMissing() {
        FlywayRollback once = migrations.builder().build();
        once.flyway().migrate();
        assertThatThrownBy(() -> once.planTo("2"))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("no backup of a state whose newest version was 2")
                .hasMessageContaining("the state before the first migration, before V1__a.sql");
        assertThatThrownBy(once::planUndoLast)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("right before version 3 (V3__c.sql)");
        once.rollback().prune(0);
        assertThatThrownBy(once::planToEmpty)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("There are no backups of this history");
    }

    @Test
    void aHistoryTableThatIsMissing() {
        rollback.flyway().migrate();
        database.execute("DROP TABLE flyway_schema_history");
        assertThatThrownBy(rollback::planUndoLast)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("no history table public.flyway_schema_history");
    }

    @Test
    void aHistoryTableWithoutFlywaysColumns() {
        rollback.flyway().migrate();
        database.execute("ALTER TABLE flyway_schema_history RENAME COLUMN script TO scripts");
        assertThatThrownBy(rollback::planUndoLast)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("columns are missing");
    }

    @Test
    void rowsThatWereEditedByHand() {
        rollback.flyway().migrate();
        database.execute("UPDATE flyway_schema_history SET version = '2.1' WHERE version = '2'");
        assertThatThrownBy(rollback::planUndoLast)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("the table was edited by hand");
        database.execute("UPDATE flyway_schema_history SET version = 'two' WHERE version = '2.1'");
        assertThatThrownBy(rollback::planUndoLast)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("edited by hand");
        database.execute("UPDATE flyway_schema_history SET version = '2', type = 'UNDO_SQL' WHERE version = 'two'");
        assertThatThrownBy(rollback::planUndoLast)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("UNDO_SQL");
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aRowThatWasRemovedByHandIsNoticedByTheNextPlan() {
        rollback.flyway().migrate();
        RollbackPlan plan = rollback.planUndoLast();
        database.execute("DELETE FROM flyway_schema_history WHERE version = '3'");
        assertThatThrownBy(() -> rollback.revert(plan))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("public.flyway_schema_history is not the one that the plan was made for");
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aBaselineInBetween() {
        rollback.flyway().migrate();
        database.execute("""
                INSERT INTO flyway_schema_history VALUES (4, '4', 'by hand', 'BASELINE', 'by hand', NULL, 'me', now(), 0, true)
                """);
        migrations.script("V5__e.sql", "CREATE TABLE e (id int);");
        rollback.flyway().migrate();
        assertThatThrownBy(() -> rollback.planTo("2"))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("BASELINE version 4");
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(rollback.flyway().info().current().getVersion().toString()).isEqualTo("4");
    }

    @Test
    void aBaselineAtTheBeginningIsWhereTheWayEnds() {
        database.execute("CREATE TABLE a (id int)");
        FlywayRollback onTop = FlywayRollback.builder(
                        migrations.flyway().baselineOnMigrate(true).baselineVersion("1"))
                .captureEachMigration(true)
                .build();
        onTop.flyway().migrate();
        assertThat(onTop.back(2).isProven()).isTrue();
        assertThat(onTop.flyway().info().current().getVersion().toString()).isEqualTo("1");
        assertThat(tables()).containsExactly(List.of("a"));
        assertThatThrownBy(onTop::planUndoLast)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("history: none");
    }

    @Test
    void migrationsOutOfOrder() {
        migrations.remove("V2__b.sql");
        FlywayRollback any = FlywayRollback.builder(migrations.flyway().outOfOrder(true))
                .captureEachMigration(true)
                .build();
        any.flyway().migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);");
        any.flyway().migrate();
        assertThatThrownBy(() -> any.planTo("2"))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("no backup of a state whose newest version was 2");
        assertThat(any.undoLast().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"), List.of("c"));
        assertThat(Migrations.states(any.flyway())).containsExactly("1 Success", "3 Success", "2 Deleted", "2 Pending");
        any.flyway().migrate();
        assertThat(any.to("1").isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        assertThat(any.flyway().migrate().migrationsExecuted).isEqualTo(2);
    }

    @Test
    void aFlywayWithoutADataSource() {
        assertThatThrownBy(() -> FlywayRollback.builder(org.flywaydb.core.Flyway.configure())
                        .build())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no data source");
    }
}
