// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import dev.rollback.dialect.Queries;
import dev.rollback.h2.catalog.H2Names;
import java.sql.Connection;
import java.sql.SQLException;

/** Settings of the session under which times mean one thing only. Closing it restores what the session had before. */
public final class H2Session implements AutoCloseable {
    private static final String SETTINGS = """
            SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'TIME ZONE'
            """;
    private static final String ISOLATION = """
            SELECT ISOLATION_LEVEL FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()
            """;

    private final Connection connection;
    private final String zone;
    private final String isolation;
    private final String lockTimeout;

    private H2Session(Connection connection, String zone, String isolation, String lockTimeout) {
        this.connection = connection;
        this.zone = zone;
        this.isolation = isolation;
        this.lockTimeout = lockTimeout;
    }

    /** Makes the settings. */
    public static H2Session prepare(Connection connection) throws SQLException {
        H2Session before = new H2Session(
                connection,
                Queries.text(connection, SETTINGS).orElseThrow(),
                Queries.text(connection, ISOLATION).orElseThrow(),
                Queries.text(connection, "SELECT LOCK_TIMEOUT()").orElseThrow());
        Queries.execute(connection, "SET TIME ZONE 'UTC'");
        return before;
    }

    /** Restores the settings. */
    @Override
    public void close() throws SQLException {
        Queries.execute(connection, "SET TIME ZONE " + H2Names.literal(zone));
        Queries.execute(connection, "SET LOCK_TIMEOUT " + lockTimeout);
        isolate(connection, isolation);
    }

    static void isolate(Connection connection, String level) throws SQLException {
        Queries.execute(connection, "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL " + level);
    }
}
