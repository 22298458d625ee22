// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.RollbackReport;
import dev.rollback.testkit.internal.LossLines;
import dev.rollback.testkit.internal.Waits;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a run. */
public final class RollbackReportAssert extends AbstractAssert<RollbackReportAssert, RollbackReport> {
    RollbackReportAssert(RollbackReport actual) {
        super(actual, RollbackReportAssert.class);
    }

    /** The database is proven to be what it was. */
    public RollbackReportAssert isProven() {
        isNotNull();
        if (!actual.isProven()) {
            failWithMessage("The run to '%s' is not proven:%n%s", actual.target(), actual.toText());
        }
        return this;
    }

    /** Nothing had to be accepted, and no row was set aside. */
    public RollbackReportAssert losesNothing() {
        return hasOnlyAcceptedLosses();
    }

    /** @param accepted as in {@code COLUMN_REMOVED customer.phone} or {@code QUARANTINE orders} */
    public RollbackReportAssert hasOnlyAcceptedLosses(String... accepted) {
        isNotNull();
        LossLines.of(actual).unaccepted(List.of(accepted)).ifPresent(message -> failWithMessage("%s", message));
        return this;
    }

    /** Readers and writers waited no longer than this, all steps together. */
    public RollbackReportAssert hasExclusiveLockBelow(Duration limit) {
        isNotNull();
        Duration waited = Waits.exclusive(actual);
        if (waited.compareTo(limit) >= 0) {
            failWithMessage(
                    "Readers and writers waited %s in the run to '%s', not less than %s:%n%s",
                    waited, actual.target(), limit, actual.toText());
        }
        return this;
    }
}
