// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackListener;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import dev.rollback.revert.Run;
import dev.rollback.testkit.contract.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run among sessions that read and write what it changes. */
class LocksTest {
    private final Sample sample = Sample.migrated(new ScenarioPostgres());
    private final List<List<String>> waits = new ArrayList<>();
    private final List<RollbackStep> copies = new ArrayList<>();
    private Consumer<RollbackStep> duringCopy = step -> {};
    private Runnable whenWaiting = () -> {};
    private int retries;

    @AfterEach
    void close() {
        sample.close();
    }

    private Rollback rollback() {
        return sample.builder()
                .listener(new RollbackListener() {
                    @Override
                    public void stepStarted(RollbackStep step) {
                        if (step.kind() == StepKind.COPY_ROWS) {
                            copies.add(step);
                            duringCopy.accept(step);
                        }
                    }

                    @Override
                    public void waiting(int time, List<String> sessions) {
                        waits.add(sessions);
                        whenWaiting.run();
                    }

                    @Override
                    public void retrying(int attempt, String reason) {
                        retries++;
                    }
                })
                .build();
    }

    private static RevertOptions options(int timeout, int patience) {
        return RevertOptions.builder()
                .allowDataLoss(true)
                .lockTimeout(Duration.ofMillis(timeout))
                .lockPatience(Duration.ofMillis(patience))
                .build();
    }

    private void runs(int timeout) {
        Rollback rollback = rollback();
        sample.proves(rollback.revert(rollback.plan("before"), options(timeout, 20_000)));
    }

    @Test
    void aReaderDelaysTheSwapAndNotTheCopy() {
        try (NamedSession reader = new NamedSession(sample, "reporting")) {
            duringCopy = step -> reader.execute("SELECT count(*) FROM customers");
            whenWaiting = reader::commit;
            runs(200);
            assertThat(waits).hasSize(1).first().asString().contains(reader.number(), "reporting", "public.customers");
            assertThat(copies).hasSize(1);
            assertThat(retries).isZero();
        }
    }

    @Test
    void twoReadersOneAfterTheOther() {
        try (NamedSession first = new NamedSession(sample, "one");
                NamedSession second = new NamedSession(sample, "two")) {
            duringCopy = step -> {
                first.execute("SELECT count(*) FROM customers");
                second.execute("SELECT count(*) FROM orders");
            };
            whenWaiting = () -> (waits.size() == 1 ? first : second).commit();
            runs(200);
            assertThat(waits.get(0)).hasSize(2);
            assertThat(waits.get(1)).hasSize(1);
            assertThat(copies).hasSize(1);
            assertThat(retries).isZero();
        }
    }

    /** It holds a lock that the run needs and wants one that the run has: nobody is killed, both get what they want. */
    @ParameterizedTest
    @ValueSource(ints = {200, 3_000})
    void aReaderThatThenWrites(int timeout) {
        try (NamedSession session = new NamedSession(sample, "app")) {
            List<CompletableFuture<Void>> writes = new ArrayList<>();
            duringCopy = step -> {
                if (writes.isEmpty()) {
                    session.execute("SELECT count(*) FROM customers");
                    writes.add(session.later("INSERT INTO customers (id, name) VALUES (500, 'both')")
                            .thenRun(session::commit));
                }
            };
            runs(timeout);
            writes.get(0).join();
            assertThat(sample.value("SELECT name FROM customers WHERE id = 500"))
                    .isEqualTo("both");
            assertThat(retries).isEqualTo(1);
            assertThat(copies).hasSize(2);
        }
    }

    /** Begins to write only while the run already waits for it. */
    @Test
    void aReaderThatWritesWhileTheRunWaits() {
        try (NamedSession session = new NamedSession(sample, "app")) {
            List<CompletableFuture<Void>> writes = new ArrayList<>();
            duringCopy = step -> {
                if (writes.isEmpty()) {
                    session.execute("SELECT count(*) FROM customers");
                }
            };
            whenWaiting = () -> {
                if (writes.isEmpty()) {
                    writes.add(session.later("UPDATE customers SET name = 'both' WHERE id = 3")
                            .thenRun(session::commit));
                }
            };
            runs(200);
            writes.get(0).join();
            assertThat(sample.value("SELECT name FROM customers WHERE id = 3")).isEqualTo("both");
            assertThat(retries).isEqualTo(1);
        }
    }

    /** There always is a reader, but never one for long: the run gets its place in the queue. */
    @Test
    void oneReaderAfterAnother() {
        try (NamedSession first = new NamedSession(sample, "one");
                NamedSession second = new NamedSession(sample, "two");
                NamedSession third = new NamedSession(sample, "three")) {
            String read = "SELECT count(*) FROM customers";
            List<CompletableFuture<Void>> ends = new ArrayList<>();
            duringCopy = step -> first.execute(read);
            whenWaiting = () -> {
                if (waits.size() == 1) {
                    second.execute(read);
                    first.commit();
                } else {
                    third.execute(read);
                    second.commit();
                    ends.add(CompletableFuture.runAsync(() -> {
                        third.awaits("SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'");
                        third.commit();
                    }));
                }
            };
            runs(5_000);
            ends.get(0).join();
            assertThat(waits).hasSize(2);
            assertThat(copies).hasSize(1);
            assertThat(retries).isZero();
        }
    }

    /** Holds the view, and waits for the table that the run has by then. */
    @Test
    void aReaderOfAView() {
        Sample views = Sample.captured(new ScenarioPostgres(), """
                CREATE TABLE customers (id integer PRIMARY KEY, name text, email text);
                CREATE VIEW a AS SELECT id, name FROM customers;
                INSERT INTO customers SELECT i, 'name', 'mail' FROM generate_series(1, 10) i;
                """);
        views.execute("ALTER TABLE customers DROP COLUMN email");
        try (views;
                NamedSession reader = new NamedSession(views, "reporting")) {
            Rollback rollback = views.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void stepStarted(RollbackStep step) {
                            if (step.kind() == StepKind.COPY_ROWS) {
                                reader.execute("SELECT count(*) FROM a");
                            }
                        }

                        @Override
                        public void waiting(int time, List<String> sessions) {
                            waits.add(sessions);
                            reader.commit();
                        }

                        @Override
                        public void retrying(int attempt, String reason) {
                            retries++;
                        }
                    })
                    .build();
            views.proves(rollback.revert(rollback.plan("before"), options(200, 20_000)));
            assertThat(waits).hasSize(1).first().asString().contains("public.a");
            assertThat(retries).isZero();
        }
    }

    @Test
    void namesWhoOutlastsItsPatience() {
        try (NamedSession reader = new NamedSession(sample, "reporting")) {
            reader.execute("SELECT count(*) FROM customers");
            Rollback rollback = rollback();
            RollbackFailedException failure = sample.refuses(
                    RollbackFailedException.class,
                    () -> rollback.revert(rollback.plan("before"), options(100, 600)),
                    "another session is in the way",
                    reader.number(),
                    "application reporting",
                    "user " + ScenarioPostgres.of(sample).user(),
                    "holds public.customers",
                    "idle in transaction",
                    "in its transaction since 2",
                    "SELECT count(*) FROM customers",
                    "run 1",
                    "all steps were undone");
            assertThat(failure.next()).contains(reader.number(), "larger lock patience");
            assertThat(copies).hasSize(1);
            Run run = rollback.history().get(0);
            assertThat(run.state()).isEqualTo(Run.State.FAILED);
            assertThat(run.message())
                    .startsWith("undone, the database is as it was before the run")
                    .contains("reporting");
            assertThat(rollback.status().openRuns()).isEmpty();
            reader.commit();
        }
        sample.worksNow();
    }

    @Test
    void namesWhoIsInTheWayOfTheSafetyCapture() {
        try (NamedSession other = new NamedSession(sample, "vacuum full")) {
            Rollback rollback = sample.builder()
                    .listener(new RollbackListener() {
                        @Override
                        public void runStarted(String run, int steps) {
                            other.execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
                        }
                    })
                    .build();
            RollbackFailedException failure = catchThrowableOfType(
                    RollbackFailedException.class, () -> rollback.revert(rollback.plan("before"), options(100, 600)));
            assertThat(failure)
                    .hasMessageContainingAll(other.number(), "vacuum full", "public.orders", "as it was before");
            Sample.isClear(failure);
            other.commit();
            assertThat(rollback.status().openRuns()).isEmpty();
        }
        sample.worksNow();
    }

    @Test
    void planningAndVerifyingWaitForOthers() {
        try (NamedSession other = new NamedSession(sample, "vacuum full")) {
            Rollback rollback = rollback();
            other.execute("LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");
            whenWaiting = other::commit;
            assertThat(rollback.plan("before").steps()).isNotEmpty();
            assertThat(waits).hasSize(1).first().asString().contains(other.number(), "public.customers");
            other.execute("LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");
            assertThat(rollback.verify("before").findings()).isNotEmpty();
            assertThat(waits).hasSize(2);
            other.execute("LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");
            rollback.capture("second");
            assertThat(waits).hasSize(3);
        }
    }

    /** Somebody alters a table between the plan and the run, and takes it back. */
    @Test
    void theLookForDriftWaitsForOthers() {
        try (NamedSession other = new NamedSession(sample, "vacuum full")) {
            Rollback rollback = rollback();
            RollbackPlan plan = rollback.plan("before");
            other.execute("LOCK TABLE customers, orders IN ACCESS EXCLUSIVE MODE");
            whenWaiting = other::commit;
            sample.proves(rollback.revert(plan, options(200, 20_000)));
            assertThat(waits).hasSize(1);
        }
    }
}
