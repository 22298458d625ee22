// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackListener;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.dialect.Session;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.exception.DataAccessException;

/** How long one operation goes on trying while other sessions hold locks. Only time spent waiting counts. */
public final class Patience {
    /** For reading alone, which keeps nobody else waiting. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

    private final Dialect dialect;
    private final RollbackListener listener;
    private final Duration timeout;
    private final Duration limit;
    private long waited;
    private int conflicts;

    /**
     * @param timeout how long the server waits for a lock at a time
     * @param limit how long in all
     */
    public Patience(Dialect dialect, RollbackListener listener, Duration timeout, Duration limit) {
        this.dialect = dialect;
        this.listener = listener;
        this.timeout = timeout;
        this.limit = limit;
    }

    public Duration timeout() {
        return timeout;
    }

    /** Lets a session wait no longer for a lock at a time; in auto-commit mode afterwards. */
    public void limit(Connection connection) throws SQLException {
        dialect.server().beginRun(connection, timeout);
        connection.setAutoCommit(true);
    }

    /** Whether the same again may work. */
    public boolean isConflict(SQLException failure) {
        return failure instanceof Standoff
                || !(failure instanceof LockedOut) && dialect.errors().kind(failure) == Kind.CONFLICT;
    }

    /** A session that holds what this one wants waits for what this one has. */
    public static final class Standoff extends SQLException {
        private static final long serialVersionUID = 1L;

        public Standoff(Session session) {
            super(session.name() + " waits for this run and holds a lock that the run needs");
        }
    }

    /**
     * Reads, and reads everything again when another session's lock was in the way.
     *
     * @param connection in auto-commit mode, and so again afterwards
     */
    public <T> T reading(Connection connection, Sessions.Task<T> task) throws SQLException {
        return again(connection, List.of(), LockLevel.NONE, task);
    }

    /** The same for a task that locks some relations. */
    public <T> T again(Connection connection, Collection<Relation> relations, LockLevel level, Sessions.Task<T> task)
            throws SQLException {
        while (true) {
            SQLException failure;
            try {
                return task.run(connection);
            } catch (SQLException e) {
                failure = e;
            } catch (DataAccessException e) {
                failure = Sessions.sqlCause(e);
            }
            if (!isConflict(failure)) {
                throw failure;
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            after(failure, dialect.server().locks().blockers(connection, relations, level), timeout);
        }
    }

    /** The sessions in the way of a lock; asked once the failed statement is undone. */
    public List<Session> blockers(Connection connection, Collection<Relation> relations, LockLevel level)
            throws SQLException {
        return relations.isEmpty() ? List.of() : dialect.server().locks().blockers(connection, relations, level);
    }

    /**
     * Waits a while after a conflict; tells the listener for whom.
     *
     * @param spent how long the server has waited already
     * @throws LockedOut when the patience has ended
     */
    public void after(SQLException conflict, List<Session> sessions, Duration spent) throws SQLException {
        waited += spent.toMillis();
        if (waited > limit.toMillis()) {
            throw new LockedOut(conflict, Duration.ofMillis(waited), sessions);
        }
        listener.waiting(++conflicts, sessions.stream().map(Session::toString).toList());
        waited += pause(conflicts);
    }

    /** Grows from a fifth of a second to a few, never in step with another waiter. */
    private static long pause(int conflict) throws SQLException {
        long millis =
                (100L << Math.min(conflict, 5)) + ThreadLocalRandom.current().nextLong(100);
        try {
            Thread.sleep(millis);
            return millis;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a lock", e);
        }
    }
}
