// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another session of the server, as far as the server tells.
 *
 * @param name what ends it is told by: {@code session 4711}
 * @param application how it calls itself; may be empty
 * @param user its login; may be empty
 * @param state what it does, in the server's words; may be empty
 * @param since when its transaction, or what it does, began; null when the server does not tell
 * @param query its last or present statement, shortened to a line; may be empty
 * @param holds the relations whose locks are in the way
 * @param waitsForUs whether it waits for a lock of this session, so that waiting for it leads nowhere
 */
public record Session(
        String name,
        String application,
        String user,
        String state,
        @Nullable Instant since,
        String query,
        List<String> holds,
        boolean waitsForUs) {
    public Session {
        holds = List.copyOf(holds);
    }

    /** Who it is, in words. */
    public String who() {
        return name + " (" + (application.isBlank() ? "no application name" : "application " + application)
                + (user.isBlank() ? "" : ", user " + user) + ")";
    }

    /** Who it is and what it does, in words. */
    @Override
    public String toString() {
        return who()
                + (holds.isEmpty() ? "" : " holds " + String.join(", ", holds))
                + (state.isBlank() ? "" : ", " + state)
                + (since == null ? "" : ", in its transaction since " + since.truncatedTo(ChronoUnit.SECONDS))
                + (query.isBlank() ? "" : ", query: " + query);
    }
}
