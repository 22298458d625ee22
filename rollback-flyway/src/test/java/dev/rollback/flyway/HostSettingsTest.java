// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RollbackRefusedException;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestH2;
import dev.rollback.testservers.TestPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host has set up in its Flyway goes on to work. */
class HostSettingsTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private Migrations migrations;

    @BeforeEach
    void before() {
        database = TestH2.shared().freshDatabase();
        migrations = new Migrations(database, folder).script("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    }

    @AfterEach
    void after() {
        database.close();
    }

    private FlywayRollback each() {
        return migrations
                .builder()
                .captureEachMigration(true)
                .options(FlywayContract.ACCEPTING)
                .build();
    }

    private List<List<String>> tables() {
        return database.query("""
                SELECT lower(table_name) FROM information_schema.tables
                WHERE lower(table_schema) = 'public' AND lower(table_name) NOT LIKE 'flyway%' ORDER BY 1
                """);
    }

    @Test
    void callbacksOfTheHostRunInMigrationsAndNotInRollbacks() {
        List<String> heard = new ArrayList<>();
        OnEvent callback = new OnEvent("host", Event.BEFORE_MIGRATE, context -> heard.add("before"));
        migrations.script("afterMigrate.sql", "CREATE TABLE IF NOT EXISTS note (id int); INSERT INTO note VALUES (1);");
        FlywayRollback rollback = FlywayRollback.builder(migrations.flyway().callbacks(callback))
                .captureEachMigration(true)
                .options(FlywayContract.ACCEPTING)
                .build();
        rollback.flyway().migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);");
        rollback.flyway().migrate();
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(heard).containsExactly("before", "before");
        assertThat(database.query("SELECT count(*) FROM note")).containsExactly(List.of("2"));
    }

    @Test
    void placeholdersInMigrationsAndUndoScripts() {
        migrations.script("V2__b.sql", "CREATE TABLE ${name} (id int);").script("U2__b.sql", "DROP TABLE ${name};");
        FlywayRollback rollback = FlywayRollback.builder(migrations.flyway().placeholders(Map.of("name", "b")))
                .captureEachMigration(true)
                .options(FlywayContract.ACCEPTING)
                .build();
        rollback.flyway().migrate();
        assertThat(rollback.planUndoLast().toText()).contains("U2__b.sql");
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void aBaselineMigrationIsWhereTheWayEnds() {
        migrations
                .script("B2__all.sql", "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int);")
                .script("V2__b.sql", "CREATE TABLE b (id int);")
                .script("V3__c.sql", "CREATE TABLE c (id int);");
        FlywayRollback rollback = each();
        rollback.flyway().migrate();
        assertThat(tables()).hasSize(3);
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"), List.of("b"));
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
        assertThatThrownBy(rollback::planToEmpty)
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("SQL_BASELINE version 2 (B2__all.sql)")
                .hasMessageContaining("it would not run again");
        assertThat(tables()).hasSize(3);
        rollback.rollback()
                .revert(rollback.rollback().plan(rollback.restorePoints().get(2).label()), FlywayContract.ACCEPTING);
        database.execute("DROP TABLE flyway_schema_history");
        rollback.flyway().migrate();
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aChecksumThatWasChangedIsFlywaysToTellAndNoHindrance() {
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);");
        FlywayRollback rollback = each();
        rollback.flyway().migrate();
        database.execute("UPDATE flyway_schema_history SET checksum = 7 WHERE version = '2'");
        assertThatThrownBy(() -> rollback.flyway().validate()).isInstanceOf(FlywayValidateException.class);
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        rollback.flyway().migrate();
        rollback.flyway().validate();
        assertThat(tables()).hasSize(2);
    }

    @Test
    void aRowThatWasRemovedByHandLeadsToTheLastStateThatTheRestTells() {
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);").script("V3__c.sql", "CREATE TABLE c (id int);");
        FlywayRollback rollback = each();
        rollback.flyway().migrate();
        database.execute("DELETE FROM flyway_schema_history WHERE version = '2'");
        assertThatThrownBy(() -> rollback.planTo(rollback.restorePoints().get(0)))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("the table was edited by hand");
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(2);
        assertThat(tables()).hasSize(3);
    }

    @Test
    void aFailureThatCannotBeTakenBackIsToldBesideFlywaysOwn() {
        FlywayRollback rollback = migrations
                .builder()
                .rollback(b -> b.gate((plan, options) -> Optional.of("nobody is on duty")))
                .build();
        rollback.flyway().migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int); ALTER TABLE nobody ADD x int;");
        assertThatThrownBy(() -> rollback.flyway().migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("nobody")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(why -> assertThat(why)
                                .isInstanceOf(RollbackRefusedException.class)
                                .hasMessageContaining("nobody is on duty")));
        assertThat(tables()).containsExactly(List.of("a"), List.of("b"));
        FlywayRollback open = each();
        assertThat(open.undoFailed().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
        assertThatThrownBy(() -> rollback.flyway().migrate())
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void aFlywayOfTheHostWithOurCallback() {
        FlywayRollback rollback = each();
        Flyway own = migrations.flyway().callbacks(rollback.callback()).load();
        own.migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int); ALTER TABLE nobody ADD x int;");
        assertThatThrownBy(own::migrate).isInstanceOf(FlywayException.class).hasMessageContaining("nobody");
        assertThat(tables()).containsExactly(List.of("a"));
        migrations.script("V2__b.sql", "CREATE TABLE b (id int);");
        own.migrate();
        assertThat(rollback.undoLast().isProven()).isTrue();
        assertThat(tables()).containsExactly(List.of("a"));
    }

    @Test
    void aScriptWithSettingsOfItsOwnAndAnotherLock() {
        try (TestDatabase postgres = TestPostgres.shared().freshDatabase()) {
            Migrations own = new Migrations(postgres, folder)
                    .script("V2__i.sql", "CREATE INDEX a_i ON a (id); CREATE INDEX a_j ON nothing (id);")
                    .script("V2__i.sql.conf", "executeInTransaction=false");
            FlywayRollback rollback = FlywayRollback.builder(
                            own.flyway().configuration(Map.of("flyway.postgresql.transactional.lock", "false")))
                    .captureEachMigration(true)
                    .build();
            assertThatThrownBy(() -> rollback.flyway().migrate()).isInstanceOf(FlywayException.class);
            assertThat(postgres.query("SELECT 1 FROM pg_indexes WHERE indexname = 'a_i'"))
                    .isEmpty();
            own.script("V2__i.sql", "CREATE INDEX CONCURRENTLY a_i ON a (id);");
            assertThat(rollback.flyway().migrate().migrationsExecuted).isEqualTo(1);
            assertThat(rollback.undoLast().isProven()).isTrue();
            assertThat(Migrations.states(rollback.flyway())).contains("2 Deleted", "2 Pending");
        }
    }
}
