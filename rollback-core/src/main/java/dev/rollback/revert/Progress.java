// SPDX-License-Identifier: Apache-2.0
package dev.rollback.revert;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a copy of rows is.
 *
 * @param what the table, as {@code public.users}
 * @param done rows copied
 * @param total rows to copy, estimated from the catalog; never less than {@code done}
 * @param elapsed since the copy began
 */
public record Progress(String what, long done, long total, Duration elapsed) {
    public Progress {
        total = Math.max(done, total);
    }

    /** From 0 to 1. */
    public double fraction() {
        return total == 0 ? 1 : (double) done / total;
    }

    /** The time that is left at the present pace; empty before the first rows. */
    public Optional<Duration> remaining() {
        return done == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(elapsed.toMillis() * (total - done) / done));
    }
}
