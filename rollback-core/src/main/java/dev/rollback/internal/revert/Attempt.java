// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RollbackReport.StepResult;
import dev.rollback.verify.Verification;
import dev.rollback.verify.Verification.Rung;
import java.util.List;

/**
 * One try at all steps.
 *
 * @param committed whether it was kept; false when the proof inside the transaction failed
 * @param results what was done
 * @param rungs the proof inside the transaction
 */
record Attempt(boolean committed, List<StepResult> results, List<Rung> rungs) {

    Verification verification(String target) {
        return new Verification(target, rungs);
    }
}
