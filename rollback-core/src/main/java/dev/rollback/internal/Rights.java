// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackFailedException;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Needs;
import dev.rollback.dialect.ServerErrors.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;

/** Asks, before the first change, whether it may be made; names what is missing. */
public final class Rights {
    private static final int NAMED = 5;

    private final Dialect dialect;

    public Rights(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Refuses where nothing can be written. What the host or the server has made read-only is never overridden.
     *
     * @param what the operation, as the subject of the message
     */
    public void requireWritable(Connection connection, String what) throws SQLException {
        Optional<String> why = dialect.server().whyReadOnly(connection);
        if (why.isEmpty() && connection.isReadOnly()) {
            why = Optional.of("the data source gives read-only connections");
        }
        if (why.isPresent()) {
            throw new RollbackFailedException(
                    "The " + what + " cannot write: " + why.get() + ".",
                    "nothing was changed.",
                    "connect to the primary server with a session that may write.",
                    new SQLException(why.get(), "25006"));
        }
    }

    /** Refuses what the current role may not do. */
    public void require(Connection connection, String what, Needs needs) throws SQLException {
        List<String> missing = dialect.server().missingPrivileges(connection, needs);
        if (!missing.isEmpty()) {
            throw new RollbackFailedException(
                    "The " + what + " lacks privileges: " + words(missing) + ".",
                    "nothing was changed.",
                    "grant them, or run as the owner of the tables.",
                    new SQLException(words(missing), "42501"));
        }
    }

    /**
     * Reads. It needs no more than the rows that it meets; when a privilege is missing after all, the failure names it.
     *
     * @param connection in auto-commit mode; given back so where a privilege was missing
     */
    public <T> T reading(Connection connection, Needs needs, Sessions.Task<T> task) throws SQLException {
        SQLException failure;
        try {
            return task.run(connection);
        } catch (SQLException e) {
            failure = e;
        } catch (DataAccessException e) {
            failure = Sessions.sqlCause(e);
        }
        if (dialect.errors().kind(failure) != Kind.PERMISSION) {
            throw failure;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        List<String> missing = dialect.server().missingPrivileges(connection, needs);
        throw missing.isEmpty()
                ? failure
                : new SQLException(words(missing), failure.getSQLState(), failure.getErrorCode(), failure);
    }

    private static String words(List<String> missing) {
        String named = String.join("; ", missing.subList(0, Math.min(NAMED, missing.size())));
        return missing.size() <= NAMED ? named : named + "; and " + (missing.size() - NAMED) + " more";
    }
}
