// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Following;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server;
import dev.rollback.dialect.Stepwise;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;

/** A session with an open transaction, under which nobody can empty tables or change them. */
final class Sentry {
    private final Connection connection;
    private final Stepwise stepwise;
    private final Following following;
    private final Server server;
    private final Duration timeout;
    private final long session;

    Sentry(Connection connection, Stepwise stepwise, Following following, Server server, Duration timeout)
            throws SQLException {
        this.connection = connection;
        this.stepwise = stepwise;
        this.following = following;
        this.server = server;
        this.timeout = timeout;
        this.session = stepwise.session(connection);
    }

    Connection connection() {
        return connection;
    }

    /** Sees no moment, which the server would have to keep for as long as a copy takes. */
    void watch(Collection<Relation> tables) throws SQLException {
        stepwise.begin(connection, timeout);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        following.hold(connection, tables);
    }

    /** From now on it sees this moment of these relations. */
    void remember(Collection<Relation> relations) throws SQLException {
        check();
        connection.commit();
        server.beginSnapshot(connection, timeout);
        following.hold(connection, relations);
    }

    /**
     * @throws NotOnline when it was away
     */
    void check() throws SQLException {
        try {
            if (stepwise.session(connection) != session) {
                throw new NotOnline("the session that watched the tables was another one for a while");
            }
        } catch (SQLException e) {
            throw e instanceof NotOnline ? e : new NotOnline("the session that watched the tables is gone", e);
        }
    }

    void leave() throws SQLException {
        connection.rollback();
    }
}
