// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.plan.RollbackPlan;
import java.util.Optional;

/**
 * The host's word before the first change: an approval, a maintenance window, a health check. Not asked by an emergency run
 * ({@link RevertOptions#force()}), which skips waiting and approvals, but never the check of the backup and the verification.
 */
@FunctionalInterface
public interface Gate {

    /**
     * @param options how the plan is to be run, such as with which ticket
     * @return why the plan must not run now; empty to let it run
     */
    Optional<String> refuse(RollbackPlan plan, RevertOptions options);

    /** Lets nobody accept losses without a change ticket. */
    static Gate ticketForLosses() {
        return new TicketGate();
    }
}
