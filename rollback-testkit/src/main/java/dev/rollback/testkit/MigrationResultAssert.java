// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.testkit.MigrationResult.Outcome;
import dev.rollback.testkit.internal.LossLines;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what came of a migration. */
public final class MigrationResultAssert extends AbstractAssert<MigrationResultAssert, MigrationResult> {
    MigrationResultAssert(MigrationResult actual) {
        super(actual, MigrationResultAssert.class);
    }

    /** It was taken back, with rows written in between; see {@link #losesNothing()} for the rest. */
    public MigrationResultAssert isReversed() {
        isNotNull();
        if (actual.outcome() != Outcome.REVERSED) {
            failWithMessage("%s", actual.toText());
        }
        return this;
    }

    /** It was taken back and lost nothing. */
    public MigrationResultAssert losesNothing() {
        return hasOnlyAcceptedLosses();
    }

    /** @param accepted as in {@code COLUMN_REMOVED customer.phone} */
    public MigrationResultAssert hasOnlyAcceptedLosses(String... accepted) {
        isReversed();
        LossLines.of(actual).unaccepted(List.of(accepted)).ifPresent(message -> failWithMessage("%s", message));
        return this;
    }

    /** Readers and writers waited no longer than this while it was taken back. */
    public MigrationResultAssert hasExclusiveLockBelow(Duration limit) {
        isNotNull();
        if (actual.exclusiveLock().compareTo(limit) >= 0) {
            failWithMessage(
                    "Readers and writers waited %s while %s was taken back, not less than %s.",
                    actual.exclusiveLock(), actual.migration(), limit);
        }
        return this;
    }
}
