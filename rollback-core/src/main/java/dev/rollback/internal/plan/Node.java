// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.ObjectId;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;

/**
 * A step that has no number yet.
 *
 * @param key its name in the graph
 * @param rank among steps that may run now, the lowest runs first
 */
record Node(
        String key,
        int rank,
        StepKind kind,
        ObjectId object,
        String summary,
        String reason,
        Work work,
        LockLevel lock,
        long rows,
        Reversibility reversibility) {}
