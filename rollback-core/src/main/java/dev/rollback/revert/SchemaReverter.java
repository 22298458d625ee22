// SPDX-License-Identifier: Apache-2.0
package dev.rollback.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;

/** Runs plans: under a lock, journaled, with a safety capture first and a proof at the end. */
public interface SchemaReverter {

    /**
     * Runs a plan to its end.
     *
     * @return the report; its outcome says whether the database was proven to be what it was
     * @throws dev.rollback.RollbackRefusedException when the plan must not run; nothing was touched
     * @throws dev.rollback.RollbackFailedException when the database fails; the message says in which state it is
     */
    RollbackReport revert(RollbackPlan plan, RevertOptions options);
}
