// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RollbackRefusedException;
import dev.rollback.internal.Sessions;
import java.sql.SQLException;
import java.util.List;

/** Asks, before the first change, whether a run will get the connections that it takes at a time. */
final class Connections {
    private final Sessions sessions;

    Connections(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * @param others besides the one that is there
     */
    void require(int others) {
        int[] got = {0};
        try {
            take(others, got);
        } catch (SQLException e) {
            if (got[0] == others) {
                throw sessions.failed("look for connections", e, "nothing was changed.", "run the same again.");
            }
            throw new RollbackRefusedException(List.of("The run takes " + (others + 1)
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
