// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.internal.LossLines;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a way back that was not taken yet. */
public final class RollbackPlanAssert extends AbstractAssert<RollbackPlanAssert, RollbackPlan> {
    RollbackPlanAssert(RollbackPlan actual) {
        super(actual, RollbackPlanAssert.class);
    }

    /** It can be run; its losses may have to be accepted. */
    public RollbackPlanAssert isPossible() {
        isNotNull();
        if (!actual.refusals().isEmpty()) {
            failWithMessage("There is no way back to '%s':%n%s", actual.target(), String.join("\n", actual.refusals()));
        }
        return this;
    }

    /** The database already is what the snapshot says. */
    public RollbackPlanAssert hasNothingToDo() {
        isNotNull();
        if (!actual.isEmpty()) {
            failWithMessage("There is something to do on the way to '%s':%n%s", actual.target(), actual.toText());
        }
        return this;
    }

    /** It can be run, and nothing has to be accepted. */
    public RollbackPlanAssert losesNothing() {
        return hasOnlyAcceptedLosses();
    }

    /** @param accepted as in {@code COLUMN_REMOVED customer.phone} */
    public RollbackPlanAssert hasOnlyAcceptedLosses(String... accepted) {
        isPossible();
        LossLines.of(actual).unaccepted(List.of(accepted)).ifPresent(message -> failWithMessage("%s", message));
        return this;
    }
}
