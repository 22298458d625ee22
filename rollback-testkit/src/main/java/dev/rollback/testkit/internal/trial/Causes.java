// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.RollbackException;
import java.sql.SQLException;
import java.util.Optional;

/** What stands behind the exceptions of migration tools. */
final class Causes {
    private Causes() {}

    static Optional<RollbackException> ours(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RollbackException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }

    /** The server's words where there are some, and the tool's otherwise. */
    static String text(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException) {
                return String.valueOf(t.getMessage()).strip();
            }
        }
        return String.valueOf(failure.getMessage()).strip();
    }
}
