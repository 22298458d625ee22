// SPDX-License-Identifier: Apache-2.0
package dev.rollback.revert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in the journal.
 *
 * @param id its number
 * @param target the label of the snapshot, or the words of an explicit plan
 * @param state how far it came
 * @param mode merge or image
 * @param planHash the plan that it runs
 * @param operator who
 * @param reason why
 * @param ticket the change ticket
 * @param started when
 * @param ended when; null while it is open
 * @param message how it ended, in words
 * @param kept relations of the backup schema that still hold what it removed
 * @param externalDump the dump of another tool that was named when it began; null without
 */
public record Run(
        String id,
        String target,
        State state,
        String mode,
        String planHash,
        String operator,
        String reason,
        String ticket,
        Instant started,
        @Nullable Instant ended,
        String message,
        List<String> kept,
        @Nullable ExternalDump externalDump) {

    /** The life of a run. */
    public enum State {
        /** Begun and not ended: running, or interrupted and to be resumed. */
        OPEN,
        /** Ended and proven. */
        DONE,
        /** Ended; the verification found differences. */
        VERIFICATION_FAILED,
        /** Ended without any change. */
        FAILED
    }

    public Run {
        kept = List.copyOf(kept);
    }
}
