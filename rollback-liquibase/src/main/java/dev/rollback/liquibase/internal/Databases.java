// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database as Liquibase sees it.
 *
 * @param names of Liquibase's tables and schemas
 */
record Databases(DataSource dataSource, Consumer<Database> names) {
    private static final Logger LOG = LoggerFactory.getLogger(Databases.class);

    /** Work on a database. */
    @FunctionalInterface
    interface Work<T> {
        T on(Database database) throws LiquibaseException;
    }

    /** The connection goes back when the work has ended. */
    <T> T with(Work<T> work) throws LiquibaseException {
        try (Connection connection = dataSource.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            names.accept(database);
            try {
                return work.on(database);
            } finally {
                close(database);
            }
        } catch (SQLException e) {
            throw failed(e.getMessage() + " (SQLState " + e.getSQLState() + ")", e);
        }
    }

    /** What the work has done counts. */
    private static void close(Database database) {
        try {
            database.close();
        } catch (DatabaseException e) {
            LOG.warn("A connection of Liquibase was not closed in the usual way: {}", e.getMessage());
        }
    }

    /** The same for work in which Liquibase itself has no failure that a host would want to see. */
    <T> T read(Work<T> work) {
        try {
            return with(work);
        } catch (LiquibaseException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static RollbackFailedException failed(String why, Exception cause) {
        return new RollbackFailedException(
                "The database of Liquibase cannot be read: " + why + ".",
                "nothing was changed by this.",
                "check the data source and the names that Liquibase is configured with, and run the same again.",
                cause);
    }
}
