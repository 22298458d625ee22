// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.capture.Backup;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.revert.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads, one {@code Rollback}; and writers all the while. */
@Timeout(180)
public abstract class ThreadsContract implements Contract {
    private static final int LONG = 90;

    /** Holds the first piece of work where it is until the second has had its answer. */
    private static final class Held implements RollbackListener {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void progress(Progress progress) {
            hold();
        }

        @Override
        public void runStarted(String run, int steps) {
            hold();
        }

        private void hold() {
            begun.countDown();
            try {
                assertThat(goOn.await(LONG, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void twoCaptures() throws Exception {
        try (Sample sample = Sample.fresh(server())) {
            Held held = new Held();
            Rollback rollback = sample.builder().listener(held).build();
            CompletableFuture<Backup> first = CompletableFuture.supplyAsync(() -> rollback.capture("before"));
            assertThat(held.begun.await(LONG, TimeUnit.SECONDS)).isTrue();
            sample.fails(InvalidInputException.class, () -> rollback.capture("before"), "'before'");
            sample.fails(
                    RollbackRefusedException.class,
                    () -> rollback.capture("another"),
                    "Another capture into %backup% is going on in session ");
            held.goOn.countDown();
            assertThat(first.get(LONG, TimeUnit.SECONDS).rows()).isEqualTo(70);
            sample.refusesWithoutTrace(InvalidInputException.class, () -> rollback.capture("before"), "already");
            assertThat(rollback.backups()).hasSize(1);
            rollback.capture("another");
        }
    }

    @Test
    void twoReverts() throws Exception {
        try (Sample sample = Sample.migrated(server())) {
            Held held = new Held();
            Rollback rollback = sample.builder().listener(held).build();
            RollbackPlan plan = rollback.plan("before");
            CompletableFuture<RollbackReport> first =
                    CompletableFuture.supplyAsync(() -> rollback.revert(plan, Sample.accepting()));
            assertThat(held.begun.await(LONG, TimeUnit.SECONDS)).isTrue();
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.revert(plan, Sample.accepting()),
                    "running",
                    "session");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> rollback.resume(null), "running", "session");
            held.goOn.countDown();
            sample.proves(first.get(LONG, TimeUnit.SECONDS));
            assertThat(rollback.history()).hasSize(1);
        }
    }

    /** Without a word from the first: some are done and some refused, and what is left to do works then. */
    @Test
    void manyAtOnce() {
        try (Sample sample = Sample.migrated(server())) {
            Rollback rollback = sample.rollback();
            RollbackPlan plan = rollback.plan("before");
            String migrated = sample.structure();
            CompletableFuture<?>[] all = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> captureOrRevert(rollback, i % 2 == 0, plan)))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
            assertThat(sample.structure()).isIn(migrated, sample.before());
            assertThat(rollback.status().openRuns()).isEmpty();
            sample.worksNow();
            assertThat(rollback.history()).isNotEmpty();
        }
    }

    private static void captureOrRevert(Rollback rollback, boolean capture, RollbackPlan plan) {
        try {
            if (capture) {
                rollback.capture("same");
            } else {
                rollback.revert(plan, Sample.accepting());
            }
        } catch (InvalidInputException | RollbackRefusedException e) {
            Sample.isClear((RollbackException) e);
        }
    }

    /** Rows that are written together are saved together. */
    @Test
    void aCaptureAmongWritersIsOneMoment() throws Exception {
        String tables = "CREATE TABLE a (id integer NOT NULL PRIMARY KEY, v integer);"
                + "CREATE TABLE b (id integer NOT NULL PRIMARY KEY, v integer);"
                + Sample.insert("a", 3000, i -> String.valueOf(i)) + Sample.insert("b", 3000, i -> String.valueOf(i));
        try (Sample sample = Sample.fresh(server(), tables)) {
            AtomicBoolean stop = new AtomicBoolean();
            CountDownLatch writing = new CountDownLatch(20);
            CompletableFuture<?> one = CompletableFuture.runAsync(() -> write(sample, 10_000, stop, writing));
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> write(sample, 500_000, stop, writing));
            assertThat(writing.await(LONG, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 3; i++) {
                sample.rollback().capture("moment " + i);
            }
            stop.set(true);
            one.get(LONG, TimeUnit.SECONDS);
            other.get(LONG, TimeUnit.SECONDS);
            for (String suffix : new String[] {"backup", "backup_2", "backup_3"}) {
                String sums = "SELECT concat(count(*), ' ', sum(v)) FROM %backup%.";
                assertThat(sample.value(sums + "a_" + suffix)).isEqualTo(sample.value(sums + "b_" + suffix));
            }
            assertThat(sample.rollback().checkBackup("moment 1").problems()).isEmpty();
            assertThat(sample.value("SELECT count(*) FROM %backup%.a_backup"))
                    .as("the writers were at it")
                    .isNotEqualTo(sample.value("SELECT count(*) FROM a"));
        }
    }

    private static void write(Sample sample, int from, AtomicBoolean stop, CountDownLatch writing) {
        try (Connection connection = sample.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = from; !stop.get(); i++) {
                for (String table : new String[] {"a", "b"}) {
                    statement.execute("INSERT INTO " + table + " VALUES (" + i + ", 1)");
                    statement.execute("UPDATE " + table + " SET v = v + 1 WHERE id = " + i % 100);
                    statement.execute("DELETE FROM " + table + " WHERE id = " + (200 + i % 50));
                }
                connection.commit();
                writing.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
