// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A lock of a backup schema while a session has it. */
public final class HeldLock implements AutoCloseable {
    private static final int VALID_SECONDS = 5;

    private final Dialect dialect;
    private final Connection connection;
    private final String name;

    private HeldLock(Dialect dialect, Connection connection, String name) {
        this.dialect = dialect;
        this.connection = connection;
        this.name = name;
    }

    /** Takes a lock; null when another session has it. */
    public static @Nullable HeldLock take(Dialect dialect, Connection connection, String name) throws SQLException {
        return dialect.server().locks().tryLock(connection, name) ? new HeldLock(dialect, connection, name) : null;
    }

    /** Ends what is left of a transaction first. A lock of a session that is gone is gone with it. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed() && connection.isValid(VALID_SECONDS)) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            dialect.server().locks().unlock(connection, name);
        }
    }
}
