// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackFailedException;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.ServerErrors.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Borrows prepared connections and turns failures of the server into failures that say what to do. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private final DataSource dataSource;
    private final Dialect dialect;

    public Sessions(DataSource dataSource, Dialect dialect) {
        this.dataSource = dataSource;
        this.dialect = dialect;
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Task<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Runs a task on a connection of its own, in auto-commit mode when it begins.
     *
     * @param what the operation, as the subject of a failure message: {@code capture of 'L'}
     */
    public <T> T call(String what, Task<T> task) {
        try (Connection connection = connect(what)) {
            return on(connection, task);
        } catch (SQLException e) {
            throw failed(what, e, "nothing was changed.", "correct the cause and run the same again.");
        }
    }

    /** The same for a task within a task, whose failures are the outer task's. */
    public <T> T with(Task<T> task) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return on(connection, task);
        }
    }

    private <T> T on(Connection connection, Task<T> task) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        dialect.prepare(connection);
        try {
            return task.run(connection);
        } catch (DataAccessException e) {
            SQLException cause = sqlCause(e);
            rollBack(connection, cause);
            throw dialect.explain(connection, cause);
        } catch (SQLException e) {
            rollBack(connection, e);
            throw dialect.explain(connection, e);
        } catch (RuntimeException e) {
            rollBack(connection, e);
            throw e;
        } finally {
            giveBack(connection, autoCommit);
        }
    }

    private Connection connect(String what) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw Dialects.unreachable("The " + what + " cannot reach the database", dialect.errors(), e);
        }
    }

    /** The failure of the server under one of jOOQ. */
    public static SQLException sqlCause(DataAccessException e) {
        return e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getMessage(), e);
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A connection that cannot be put back in order is of no use to its pool, which finds out by itself. */
    private void giveBack(Connection connection, boolean autoCommit) {
        try {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                dialect.release(connection);
                connection.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            LOG.debug("The connection could not be put back in order", e);
        }
    }

    public Kind kind(SQLException failure) {
        return dialect.errors().kind(failure);
    }

    public RollbackFailedException failed(String what, SQLException cause, String state, String next) {
        return new RollbackFailedException(
                "The " + what + " failed: " + kind(cause).meaning() + " (" + words(cause) + ", SQLState "
                        + cause.getSQLState() + ").",
                state,
                cause instanceof LockedOut locked ? locked.next() : next,
                cause);
    }

    /** What the server said, in one line. */
    public String words(SQLException failure) {
        return dialect.errors().words(failure);
    }
}
