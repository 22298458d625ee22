// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.verify.Verification;

/**
 * Where assertions about rollbacks begin.
 *
 * <pre>{@code
 * import static dev.rollback.testkit.RollbackAssertions.assertThat;
 *
 * assertThat(rollback.plan("before-v42")).losesNothing();
 * assertThat(report).isProven().hasExclusiveLockBelow(Duration.ofSeconds(2));
 * }</pre>
 */
public final class RollbackAssertions {
    private RollbackAssertions() {}

    public static RollbackReportAssert assertThat(RollbackReport actual) {
        return new RollbackReportAssert(actual);
    }

    public static RollbackPlanAssert assertThat(RollbackPlan actual) {
        return new RollbackPlanAssert(actual);
    }

    public static VerificationAssert assertThat(Verification actual) {
        return new VerificationAssert(actual);
    }

    public static MigrationResultAssert assertThat(MigrationResult actual) {
        return new MigrationResultAssert(actual);
    }
}
