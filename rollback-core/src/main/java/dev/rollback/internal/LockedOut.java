// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.dialect.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Other sessions' locks outlasted the caller's patience. */
public final class LockedOut extends SQLException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 3;

    private final transient List<Session> sessions;

    LockedOut(SQLException conflict, Duration waited, List<Session> sessions) {
        super(
                "gave up after waiting " + Math.max(1, waited.toSeconds()) + " s for locks: " + words(sessions),
                conflict.getSQLState(),
                conflict.getErrorCode(),
                conflict);
        this.sessions = sessions;
    }

    /** The sessions in the way, in words. */
    static String words(List<Session> sessions) {
        if (sessions.isEmpty()) {
            return "who held them has let go by now";
        }
        String named = sessions.stream().limit(NAMED).map(Session::toString).collect(Collectors.joining("; "));
        return sessions.size() <= NAMED ? named : named + "; and " + (sessions.size() - NAMED) + " more";
    }

    /** What to do about it, as a sentence. */
    String next() {
        String others = sessions.isEmpty()
                ? ""
                : "wait for the end of "
                        + sessions.stream().limit(NAMED).map(Session::name).collect(Collectors.joining(", "))
                        + ", or end it; then ";
        return others + "run the same again, if need be with a larger lock patience.";
    }
}
