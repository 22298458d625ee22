// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flyway's own lock keeps migrations of other nodes and rollbacks apart. */
abstract class TwoNodesContract {
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    TestDatabase database;
    private Migrations migrations;
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    abstract TestServer server();

    @BeforeEach
    void before() {
        database = server().freshDatabase();
        migrations = new Migrations(database, folder).script("V1__a.sql", "CREATE TABLE a (id int PRIMARY KEY);");
    }

    @AfterEach
    void after() {
        other.shutdownNow();
        database.close();
    }

    /** A schema of its own for each test, also where schemas are databases. */
    String backups() {
        return "two_" + database.name();
    }

    private FlywayRollback.Builder builder() {
        return migrations
                .builder()
                .captureEachMigration(true)
                .options(FlywayContract.ACCEPTING)
                .rollback(b -> b.backupSchema(backups()));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Flyway plain(Callback... callbacks) {
        return migrations.flyway().callbacks(callbacks).load();
    }

    private List<List<String>> history() {
        return database.query("SELECT version, type FROM flyway_schema_history WHERE version IS NOT NULL"
                + " ORDER BY installed_rank");
    }

    @Test
    void aRollbackDoesNotBeginWhileAnotherNodeMigrates() throws Exception {
        FlywayRollback rollback = builder().build();
        rollback.flyway().migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int PRIMARY KEY);");
        rollback.flyway().migrate();
        RollbackPlan plan = rollback.planUndoLast();
        migrations.script("V3__c.sql", "CREATE TABLE c (id int PRIMARY KEY);");
        CountDownLatch migrating = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        OnEvent stopping = new OnEvent("stop", Event.BEFORE_EACH_MIGRATE, context -> {
            migrating.countDown();
            await(go);
        });
        Future<Integer> node = other.submit(() -> plain(stopping).migrate().migrationsExecuted);
        await(migrating);

        RevertOptions soon = RevertOptions.builder()
                .allowDataLoss(true)
                .lockPatience(Duration.ofSeconds(2))
                .build();
        assertThatThrownBy(() -> rollback.revert(plan, soon))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("Another node migrates")
                .hasMessageContaining("flyway_schema_history was not free within 2 s")
                .hasMessageContaining("Nothing was changed");
        go.countDown();
        assertThat(node.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(1);

        assertThatThrownBy(() -> rollback.revert(plan, soon))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("has drifted from the plan");
        assertThat(rollback.to("1").isProven()).isTrue();
        assertThat(history())
                .containsExactly(
                        List.of("1", "SQL"),
                        List.of("2", "SQL"),
                        List.of("3", "SQL"),
                        List.of("3", "DELETE"),
                        List.of("2", "DELETE"));
    }

    @Test
    void anotherNodeWaitsForARollbackAndSeesWhatItLeft() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        FlywayRollback rollback = builder()
                .rollback(b -> b.backupSchema(backups()).gate((plan, options) -> {
                    running.countDown();
                    await(go);
                    return Optional.empty();
                }))
                .build();
        rollback.flyway().migrate();
        migrations.script("V2__b.sql", "CREATE TABLE b (id int PRIMARY KEY);");
        rollback.flyway().migrate();
        migrations.script("V3__c.sql", "ALTER TABLE b ADD COLUMN c int;");
        Future<Boolean> run = other.submit(() -> rollback.undoLast().isProven());
        await(running);
        ExecutorService third = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> node = third.submit(() -> plain().migrate().migrationsExecuted);
            assertThatThrownBy(() -> node.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            go.countDown();
            assertThat(run.get(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(node.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(2);
        } finally {
            third.shutdownNow();
        }
        assertThat(history())
                .containsExactly(
                        List.of("1", "SQL"),
                        List.of("2", "SQL"),
                        List.of("2", "DELETE"),
                        List.of("2", "SQL"),
                        List.of("3", "SQL"));
        assertThat(database.query("SELECT c FROM b")).isEmpty();
    }

    private void mendAndMigrate() {
        migrations.script("V3__c.sql", "CREATE TABLE c (id int PRIMARY KEY);");
        plain().repair();
        assertThat(plain().migrate().migrationsExecuted).isEqualTo(1);
    }

    @Test
    void whatAnotherNodeHasMendedMeanwhileStays() {
        migrations
                .script("V2__b.sql", "CREATE TABLE b (id int PRIMARY KEY);")
                .script("V3__c.sql", "ALTER TABLE nobody ADD x int;");
        OnEvent overtaking = new OnEvent("another node", Event.AFTER_MIGRATE_ERROR, context -> mendAndMigrate());
        FlywayRollback rollback = FlywayRollback.builder(migrations.flyway().callbacks(overtaking))
                .rollback(b -> b.backupSchema(backups()))
                .build();

        assertThatThrownBy(() -> rollback.flyway().migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("nobody")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(why -> assertThat(why)
                                .isInstanceOf(RollbackRefusedException.class)
                                .hasMessageContaining("another node has migrated since")));

        assertThat(history()).containsExactly(List.of("1", "SQL"), List.of("2", "SQL"), List.of("3", "SQL"));
        assertThat(database.query("SELECT * FROM b UNION SELECT * FROM c")).isEmpty();
        plain().validate();
    }
}
