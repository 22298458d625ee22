// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackRefusedException;
import java.sql.SQLException;
import java.util.List;

/** Asks, before the first change, whether an operation will get the connections that it takes at a time. */
public final class Connections {
    private final Sessions sessions;

    public Connections(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param what the operation, as the subject of a sentence: {@code run}
     * @param others besides the one that is there
     */
    public void require(String what, int others) {
        int[] got = {0};
        try {
            take(others, got);
        } catch (SQLException e) {
            if (got[0] == others) {
                throw sessions.failed("look for connections", e, "nothing was changed.", "run the same again.");
            }
            throw new RollbackRefusedException(List.of("The " + what + " takes " + (others + 1)
                    + " connections at a time, and the data source gives " + (got[0] + 1) + " (" + sessions.words(e)
                    + "). Nothing was changed. Let its pool give " + (others + 1) + " and run the same again."));
        }
    }

    private void take(int more, int[] got) throws SQLException {
        if (more > 0) {
            sessions.with(connection -> {
                got[0]++;
                take(more - 1, got);
                return more;
            });
        }
    }
}
