// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal;

import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.plan.LockLevel;
import java.time.Duration;

/** How long others waited for a run. */
public final class Waits {
    private Waits() {}

    /** All steps together that let neither readers nor writers through. */
    public static Duration exclusive(RollbackReport report) {
        return report.steps().stream()
                .filter(s -> s.step().lock() == LockLevel.ALL_WAIT)
                .map(StepResult::took)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
