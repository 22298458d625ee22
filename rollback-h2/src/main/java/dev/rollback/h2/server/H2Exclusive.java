// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Session;
import dev.rollback.dialect.Stepwise.WriteBlock;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Exclusive mode: the statements of all other sessions wait, and no new session can begin. What others have changed and not
 * committed must be gone first, as a table can be renamed under it.
 */
final class H2Exclusive implements WriteBlock {
    private static final int LOCK_TIMEOUT = 50200;
    private static final long PAUSE_MILLIS = 50;
    private static final int VALID_SECONDS = 5;

    private final Connection worker;
    private boolean released;

    private H2Exclusive(Connection worker) {
        this.worker = worker;
    }

    static H2Exclusive take(Connection worker, Collection<Relation> relations, Duration timeout) throws SQLException {
        long until = System.nanoTime() + timeout.toNanos();
        while (true) {
            Queries.execute(worker, "SET EXCLUSIVE 1");
            List<Session> others = others(worker, relations);
            if (others.isEmpty()) {
                return new H2Exclusive(worker);
            }
            Queries.execute(worker, "SET EXCLUSIVE 0");
            if (System.nanoTime() > until) {
                throw new SQLTransientException(
                        "rows changed by others are not committed: " + others.get(0), "HYT00", LOCK_TIMEOUT);
            }
            pause();
        }
    }

    /** A session that does not find out must not keep all others waiting. */
    private static List<Session> others(Connection worker, Collection<Relation> relations) throws SQLException {
        try {
            return new H2Locks().blockers(worker, relations, LockLevel.ALL_WAIT);
        } catch (SQLException e) {
            try {
                Queries.execute(worker, "SET EXCLUSIVE 0");
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("interrupted while waiting for others to commit", "HYT00", LOCK_TIMEOUT, e);
        }
    }

    @Override
    public void check() throws SQLException {
        String exclusive = Queries.text(
                        worker,
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'EXCLUSIVE'")
                .orElse("");
        if (!exclusive.equals("TRUE")) {
            throw new SQLTransientException("the database is not in exclusive mode any more", "HYT00", LOCK_TIMEOUT);
        }
    }

    /** The session that keeps writers waiting is the one that works. */
    @Override
    public void handOver(long session, Duration timeout) {}

    /** What is not committed must not be committed by the change of the mode. A session that is gone is exclusive no more. */
    @Override
    public void release() throws SQLException {
        if (!released && worker.isValid(VALID_SECONDS)) {
            if (!worker.getAutoCommit()) {
                worker.rollback();
            }
            Queries.execute(worker, "SET EXCLUSIVE 0");
            released = true;
        }
    }
}
