// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.rollback.InvalidInputException;
import dev.rollback.Rollback;
import dev.rollback.RollbackException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.capture.Backup;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.revert.Progress;
import dev.rollback.testservers.PgDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several threads, one {@code Rollback}; and writers all the while. */
@Timeout(120)
class BadInputThreadsTest {

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
                assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void twoCaptures() throws Exception {
        try (BadInput sample = BadInput.fresh()) {
            Held held = new Held();
            Rollback rollback = sample.builder().listener(held).build();
            CompletableFuture<Backup> first = CompletableFuture.supplyAsync(() -> rollback.capture("before"));
            assertThat(held.begun.await(60, TimeUnit.SECONDS)).isTrue();
            sample.refusesWithoutTrace(InvalidInputException.class, () -> rollback.capture("before"), "'before'");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.capture("another"),
                    "Another capture into migration_backup is going on in session ");
            held.goOn.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS).rows()).isEqualTo(70);
            sample.refusesWithoutTrace(InvalidInputException.class, () -> rollback.capture("before"), "already");
            assertThat(rollback.backups()).hasSize(1);
            rollback.capture("another");
        }
    }

    @Test
    void twoReverts() throws Exception {
        try (BadInput sample = BadInput.migrated()) {
            Held held = new Held();
            Rollback rollback = sample.builder().listener(held).build();
            RollbackPlan plan = rollback.plan("before");
            CompletableFuture<RollbackReport> first =
                    CompletableFuture.supplyAsync(() -> rollback.revert(plan, BadInput.accepting()));
            assertThat(held.begun.await(60, TimeUnit.SECONDS)).isTrue();
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class,
                    () -> rollback.revert(plan, BadInput.accepting()),
                    "running",
                    "session");
            sample.refusesWithoutTrace(
                    RollbackRefusedException.class, () -> rollback.resume(null), "running", "session");
            held.goOn.countDown();
            sample.proves(first.get(60, TimeUnit.SECONDS));
            assertThat(rollback.history()).hasSize(1);
        }
    }

    /** Without a word from the first: all at once, from a pool. */
    @Test
    void manyAtOnce() {
        try (BadInput sample = BadInput.migrated();
                HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(sample.database.dataSource());
            pool.setMaximumPoolSize(3);
            Rollback rollback = Rollback.builder(pool).build();
            RollbackPlan plan = rollback.plan("before");
            CompletableFuture<?>[] all = new CompletableFuture<?>[8];
            for (int i = 0; i < all.length; i++) {
                boolean captures = i % 2 == 0;
                all[i] = CompletableFuture.runAsync(() -> {
                    try {
                        if (captures) {
                            rollback.capture("same");
                        } else {
                            rollback.revert(plan, BadInput.accepting());
                        }
                    } catch (InvalidInputException | RollbackRefusedException e) {
                        BadInput.isClear((RollbackException) e);
                    }
                });
            }
            CompletableFuture.allOf(all).join();
            assertThat(PgDump.schema(sample.database, "public")).isEqualTo(sample.before);
            assertThat(rollback.history()).hasSizeGreaterThanOrEqualTo(1);
            assertThat(rollback.status().openRuns()).isEmpty();
        }
    }

    /** Rows that are written together are saved together. */
    @Test
    void aCaptureAmongWritersIsOneMoment() throws Exception {
        try (BadInput sample = BadInput.fresh("CREATE TABLE a (id serial PRIMARY KEY, v integer);"
                + "CREATE TABLE b (id serial PRIMARY KEY, v integer);"
                + "INSERT INTO a (v) SELECT i FROM generate_series(1, 20000) i; INSERT INTO b (v) SELECT v FROM a")) {
            AtomicBoolean stop = new AtomicBoolean();
            CountDownLatch writing = new CountDownLatch(20);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(sample, stop, writing));
            assertThat(writing.await(60, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 3; i++) {
                sample.rollback().capture("moment " + i);
            }
            stop.set(true);
            writer.get(60, TimeUnit.SECONDS);
            for (String suffix : new String[] {"backup", "backup_2", "backup_3"}) {
                assertThat(sample.value("SELECT (SELECT count(*) || ' ' || sum(v) FROM migration_backup.a_" + suffix
                                + ") = (SELECT count(*) || ' ' || sum(v) FROM migration_backup.b_" + suffix + ")"))
                        .isEqualTo("t");
            }
            assertThat(sample.rollback().checkBackup("moment 1").problems()).isEmpty();
            assertThat(sample.value("SELECT count(DISTINCT n) FROM (SELECT count(*) n FROM migration_backup.a_backup"
                            + " UNION ALL SELECT count(*) FROM a) x"))
                    .as("the writer was at it")
                    .isEqualTo("2");
        }
    }

    private static void write(BadInput sample, AtomicBoolean stop, CountDownLatch writing) {
        try (Connection connection = sample.database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!stop.get()) {
                statement.execute("INSERT INTO a (v) VALUES (1), (2)");
                statement.execute("UPDATE a SET v = v + 1 WHERE id % 100 = 7");
                statement.execute("DELETE FROM a WHERE id = (SELECT min(id) FROM a)");
                statement.execute("INSERT INTO b (v) VALUES (1), (2)");
                statement.execute("UPDATE b SET v = v + 1 WHERE id % 100 = 7");
                statement.execute("DELETE FROM b WHERE id = (SELECT min(id) FROM b)");
                connection.commit();
                writing.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
