// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.PlanOptions;
import dev.rollback.RevertOptions;
import dev.rollback.plan.ExplicitPlan;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, kept in the journal so that an interrupted run can be continued.
 *
 * @param label the snapshot; null for an explicit plan
 * @param options how it was planned
 * @param explicit the explicit plan; null for a derived one
 * @param allowDataLoss whether losses were accepted
 */
public record Request(
        @Nullable String label,
        PlanOptions options,
        @Nullable ExplicitPlan explicit,
        boolean allowDataLoss) {

    static Request of(@Nullable String label, PlanOptions options, @Nullable ExplicitPlan explicit, RevertOptions how) {
        return new Request(label, options, explicit, how.allowDataLoss());
    }
}
