// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import dev.rollback.testservers.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A session with a transaction of its own. */
final class OtherSession implements AutoCloseable {
    private final TestDatabase database;
    private final Connection connection;
    private final String pid;

    OtherSession(TestDatabase database, String application) {
        this.database = database;
        try {
            connection = database.connection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = '" + application + "'");
                try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                    row.next();
                    pid = row.getString(1);
                }
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String pid() {
        return pid;
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Executes in another thread; comes back when the statement waits for a lock. */
    CompletableFuture<Void> later(String sql) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> execute(sql));
        awaits("SELECT FROM pg_locks WHERE NOT granted AND pid = " + pid);
        return done;
    }

    /** Until a query of another session finds something. */
    void awaits(String query) {
        try {
            for (int i = 0; i < 1000; i++) {
                if (!database.query(query).isEmpty()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("nothing was found in 10 s: " + query);
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
