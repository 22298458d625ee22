// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import java.util.List;
import java.util.Objects;

/**
 * How the way back is derived.
 *
 * @param mode what happens to rows written since
 * @param only tables to take back, with or without their schema; empty for all. Objects that belong to them come along
 */
public record PlanOptions(RestoreMode mode, List<String> only) {
    public PlanOptions {
        Objects.requireNonNull(mode, "mode");
        only = List.copyOf(only);
    }

    /** Merge, all tables. */
    public static PlanOptions defaults() {
        return new PlanOptions(RestoreMode.MERGE, List.of());
    }

    public PlanOptions withMode(RestoreMode newMode) {
        return new PlanOptions(newMode, only);
    }

    public PlanOptions withOnly(List<String> tables) {
        return new PlanOptions(mode, tables);
    }
}
