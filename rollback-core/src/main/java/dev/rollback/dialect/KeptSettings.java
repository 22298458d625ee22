// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** What sessions had before a dialect prepared them: what was there first is what comes back. Safe for use by several threads. */
public final class KeptSettings {
    private final Map<Connection, Kept> sessions = Collections.synchronizedMap(new WeakHashMap<>());

    /** The way back of one session. */
    @FunctionalInterface
    public interface Kept {
        /** Puts the settings back. */
        void restore() throws SQLException;
    }

    /** Whether a session is prepared. */
    public boolean isKept(Connection connection) {
        return sessions.containsKey(connection);
    }

    /** Remembers the way back of a session that was not prepared before. */
    public void keep(Connection connection, Kept kept) {
        sessions.putIfAbsent(connection, kept);
    }

    /** Puts the settings of a session back; nothing happens without any. */
    public void restore(Connection connection) throws SQLException {
        Kept kept = sessions.remove(connection);
        if (kept != null) {
            kept.restore();
        }
    }
}
