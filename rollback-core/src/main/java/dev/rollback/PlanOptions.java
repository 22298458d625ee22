// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.plan.ClosingStep;
import java.util.List;
import java.util.Objects;

/**
 * How the way back is derived.
 *
 * @param mode what happens to rows written since
 * @param only tables to take back, with or without their schema; empty for all. Objects that belong to them come along
 * @param closing what migration tools write into their records at the end
 */
public record PlanOptions(RestoreMode mode, List<String> only, List<ClosingStep> closing) {
    public PlanOptions {
        Objects.requireNonNull(mode, "mode");
        only = List.copyOf(only);
        closing = closing == null ? List.of() : List.copyOf(closing);
    }

    /** Merge, all tables. */
    public static PlanOptions defaults() {
        return new PlanOptions(RestoreMode.MERGE, List.of(), List.of());
    }

    public PlanOptions withMode(RestoreMode newMode) {
        return new PlanOptions(newMode, only, closing);
    }

    public PlanOptions withOnly(List<String> tables) {
        return new PlanOptions(mode, tables, closing);
    }

    public PlanOptions withClosing(List<ClosingStep> steps) {
        return new PlanOptions(mode, only, steps);
    }
}
