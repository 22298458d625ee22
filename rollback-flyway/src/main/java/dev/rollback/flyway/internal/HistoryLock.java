// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flyway's own lock of its history table, which keeps migrations of other nodes away while migrations are taken back. How it is
 * taken differs by product and setting, and Flyway alone knows: so Flyway takes it, in a {@code migrate} without migrations. That
 * one asks for migrations when it has the lock, and gets its answer, which ends it, when the work is done.
 *
 * @param flyway the host's
 * @param table whose name the messages tell
 */
record HistoryLock(Configuration flyway, DataSource dataSource, String table) {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryLock.class);
    private static final Duration PING = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(30);

    /**
     * @param patience how long the lock is waited for
     * @throws RollbackRefusedException when another node still has it then
     */
    <T> T holding(Duration patience, Supplier<T> work) {
        Holder holder = new Holder(new PingedConnections(dataSource));
        Thread thread = new Thread(() -> hold(holder), "rollback-flyway-lock");
        thread.setDaemon(true);
        thread.start();
        try {
            await(holder, patience);
            return work.get();
        } finally {
            end(holder, thread);
        }
    }

    private void hold(Holder holder) {
        try {
            Flyway.configure(flyway.getClassLoader())
                    .configuration(flyway)
                    .dataSource(holder.connections().dataSource())
                    .locations(new Location[0])
                    .javaMigrations()
                    .skipDefaultResolvers(true)
                    .resolvers(holder)
                    .callbacks(new Callback[0])
                    .skipDefaultCallbacks(true)
                    .validateOnMigrate(false)
                    .baselineOnMigrate(false)
                    .createSchemas(false)
                    .load()
                    .migrate();
            holder.decided().completeExceptionally(new FlywayException("this Flyway migrates without a lock"));
        } catch (Done e) {
            LOG.debug("Flyway's lock of {} is free again", table);
        } catch (RuntimeException e) {
            if (!holder.decided().completeExceptionally(e)) {
                LOG.warn("Flyway's lock of {} was not released in the usual way: {}", table, e.getMessage());
            }
        }
    }

    private void await(Holder holder, Duration patience) {
        LOG.debug("Waiting for Flyway's lock of {}", table);
        try {
            holder.decided().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (holder.decided().complete(false)) {
                throw new RollbackRefusedException("Another node migrates: Flyway's lock of " + table
                        + " was not free within " + patience.toSeconds()
                        + " s. Nothing was changed. Wait until that migration has ended, and plan again.");
            }
        } catch (ExecutionException e) {
            throw new RollbackFailedException(
                    "Flyway's lock of " + table + " cannot be taken: "
                            + String.valueOf(
                                    e.getCause() == null ? e : e.getCause().getMessage()),
                    "nothing was changed.",
                    "if another node migrates, wait until it has ended; then plan again.",
                    e);
        } catch (InterruptedException e) {
            holder.decided().complete(false);
            Thread.currentThread().interrupt();
            throw new RollbackFailedException(
                    "Waiting for Flyway's lock of " + table + " was interrupted.",
                    "nothing was changed.",
                    "run the same again.",
                    e);
        }
    }

    /** Who migrates next finds the lock free. */
    private void end(Holder holder, Thread thread) {
        holder.done().countDown();
        if (!holder.hasLock()) {
            thread.interrupt();
            return;
        }
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (holder.connections().isLost()) {
            LOG.error(
                    "The connection that held Flyway's lock of {} was lost while migrations were taken back. Another node may"
                            + " have migrated meanwhile: look at flyway.info().",
                    table);
        }
    }

    /** Ends Flyway's {@code migrate} without a word in its log. */
    private static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Done() {
            super("the lock is no longer needed", null, false, false);
        }
    }

    /**
     * Has the lock while Flyway waits for its answer.
     *
     * @param decided true when Flyway has the lock, false when nobody waits for it any more
     * @param done when the work is
     */
    private record Holder(PingedConnections connections, CompletableFuture<Boolean> decided, CountDownLatch done)
            implements MigrationResolver {

        Holder(PingedConnections connections) {
            this(connections, new CompletableFuture<>(), new CountDownLatch(1));
        }

        boolean hasLock() {
            return decided.isDone() && !decided.isCompletedExceptionally() && decided.join();
        }

        @Override
        public Collection<ResolvedMigration> resolveMigrations(Context context) {
            try {
                boolean wanted = decided.complete(true);
                while (wanted && !done.await(PING.toMillis(), TimeUnit.MILLISECONDS)) {
                    connections.ping();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new Done();
        }
    }
}
