// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import static dev.rollback.liquibase.Changelog.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.revert.Phase;
import dev.rollback.testservers.TestDatabase;
import dev.rollback.testservers.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import liquibase.GlobalConfiguration;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Liquibase's own lock keeps updates of other nodes and rollbacks apart. */
abstract class TwoNodesContract {
    private static final int SECONDS = 60;
    private static final String A = set("1", "CREATE TABLE a (id int PRIMARY KEY);");
    private static final String B = set("2", "CREATE TABLE b (id int PRIMARY KEY);");
    private static final String C = set("3", "ALTER TABLE b ADD c int;");

    @TempDir
    Path folder;

    TestDatabase database;
    private Changelog changelog;
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    abstract TestServer server();

    @BeforeEach
    void before() {
        database = server().freshDatabase();
        changelog = new Changelog(database, folder).of(A, B);
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

    private LiquibaseRollback.Builder builder() throws IOException {
        return changelog
                .builder()
                .captureEachChangeSet(true)
                .options(LiquibaseContract.ACCEPTING)
                .rollback(b -> b.backupSchema(backups()));
    }

    /** A node that asks for the lock every second. */
    private Future<Boolean> update(LiquibaseRollback node) {
        return other.submit(() -> {
            Scope.child(Map.of(GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getKey(), 1L), node::update);
            return true;
        });
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

    /** Stops a node in the middle of its capture, where it has the lock. */
    private record Stopping(CountDownLatch reached, CountDownLatch go) implements RollbackListener {
        @Override
        public void working(Phase phase, String what) {
            reached.countDown();
            await(go);
        }
    }

    private List<List<String>> ran() {
        return database.query("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED");
    }

    @Test
    void ofTwoThatStartAtOnceOneCapturesAndUpdates() throws Exception {
        LiquibaseRollback first = builder().captureEachChangeSet(false).build();
        changelog.of(A);
        first.update();
        changelog.of(A, B);
        Future<Boolean> second = other.submit(OtherNode.of(database.dataSource(), folder, backups()));
        Scope.child(Map.of(GlobalConfiguration.CHANGELOGLOCK_POLL_RATE.getKey(), 1L), first::update);
        assertThat(second.get(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(ran()).containsExactly(List.of("1"), List.of("2"));
        assertThat(first.restorePoints()).hasSize(2);
        assertThat(first.lock()).isEmpty();
        assertThat(first.revert(first.planToEmpty()).isProven()).isTrue();
    }

    @Test
    void aRollbackDoesNotBeginWhileAnotherNodeUpdates() throws Exception {
        LiquibaseRollback rollback = builder().build();
        rollback.update();
        RollbackPlan plan = rollback.planBack(1);
        CountDownLatch updating = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        changelog.of(A, B, C);
        LiquibaseRollback node = builder()
                .rollback(b -> b.backupSchema(backups()).listener(new Stopping(updating, go)))
                .build();
        Future<Boolean> update = update(node);
        await(updating);

        assertThatThrownBy(() -> rollback.revert(plan))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("Liquibase's lock is taken")
                .hasMessageContaining("locked by ")
                .hasMessageContaining("Nothing was changed");
        go.countDown();
        assertThat(update.get(SECONDS, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> rollback.revert(plan))
                .isInstanceOf(RollbackRefusedException.class)
                .hasMessageContaining("has drifted from the plan");
        assertThat(rollback.revert(rollback.planToChangeSet("1")).isProven()).isTrue();
        assertThat(ran()).containsExactly(List.of("1"));
    }

    @Test
    void anotherNodeWaitsForARollbackAndSeesWhatItLeft() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        LiquibaseRollback node = builder().build();
        node.update();
        LiquibaseRollback rollback = builder()
                .rollback(b -> b.backupSchema(backups()).gate((plan, options) -> {
                    running.countDown();
                    await(go);
                    return Optional.empty();
                }))
                .build();
        RollbackPlan plan = rollback.planBack(1);
        changelog.of(A, B, C);
        ExecutorService third = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> run = third.submit(() -> rollback.revert(plan).isProven());
            await(running);
            Future<Boolean> update = update(node);
            assertThatThrownBy(() -> update.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            go.countDown();
            assertThat(run.get(SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(update.get(SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            third.shutdownNow();
        }
        assertThat(ran()).containsExactly(List.of("1"), List.of("2"), List.of("3"));
        assertThat(database.query("SELECT c FROM b")).isEmpty();
    }

    /** What another node sees as soon as it gets the lock. */
    private List<List<String>> seenUnderTheLock() throws Exception {
        try (Liquibase node = changelog.liquibase()) {
            LockService lock = LockServiceFactory.getInstance().getLockService(node.getDatabase());
            while (!lock.acquireLock()) {
                Thread.sleep(10);
            }
            try {
                return database.query("SELECT lower(column_name) FROM information_schema.columns"
                        + " WHERE lower(table_name) = 'b' AND table_schema IN ('PUBLIC', 'public', '" + database.name()
                        + "')");
            } finally {
                lock.releaseLock();
            }
        }
    }

    @Test
    void aNodeThatWaitedFindsNothingOfAFailure() throws Exception {
        builder().build().update();
        changelog.of(A, B, set("3", "ALTER TABLE b ADD c int;\nALTER TABLE nobody ADD c int;"));
        CountDownLatch updating = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        LiquibaseRollback failing = builder()
                .rollback(b -> b.backupSchema(backups()).listener(new Stopping(updating, go)))
                .build();
        Future<List<List<String>>> seen = other.submit(() -> {
            await(updating);
            go.countDown();
            return seenUnderTheLock();
        });
        assertThatThrownBy(failing::update)
                .isInstanceOf(LiquibaseException.class)
                .hasMessageContaining("nobody")
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
        assertThat(seen.get(SECONDS, TimeUnit.SECONDS)).containsExactly(List.of("id"));
        assertThat(ran()).containsExactly(List.of("1"), List.of("2"));
    }
}
