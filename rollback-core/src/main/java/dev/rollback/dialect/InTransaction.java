// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Work in a transaction of a session that is in auto-commit before and after it. */
public final class InTransaction {
    /**
     * What is done.
     *
     * @param <E> what it fails with, besides failures of the server
     */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        /** Does it. */
        void run() throws SQLException, E;
    }

    private InTransaction() {}

    /** Commits at the end. What fails is rolled back, and told even when the session is lost for that. */
    public static <E extends Exception> void run(Connection connection, Work<E> work) throws SQLException, E {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (Throwable e) {
            rollBack(connection, e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
