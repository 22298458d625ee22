// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackRefusedException;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.PlanJson;

/** A saved plan is a promise: the plan that is derived now must be the one that was saved. */
final class SavedPlan {
    private SavedPlan() {}

    /** @throws RollbackRefusedException when it is another one, naming the difference */
    static void requireSame(PlanJson.Document document, DerivedPlan plan) {
        String database = plan.input().live().database();
        if (!document.database().equals(database)) {
            throw new RollbackRefusedException("The plan was made for another database (" + document.database()
                    + ") than this one (" + database + "). Make a new plan here.");
        }
        if (!document.takenAt().equals(PlanJson.takenAt(plan))) {
            throw new RollbackRefusedException(
                    "The plan leads to a backup '" + document.target() + "' that was taken at " + document.takenAt()
                            + "; the one of that label now is another. Make a new plan.");
        }
        if (!plan.startsFrom().equals(document.startsFrom())) {
            throw new RollbackRefusedException(
                    Drift.reasons(document.objects(), plan.input().live()));
        }
        if (!plan.hash().equals(document.hash())) {
            throw new RollbackRefusedException(
                    "The way back has changed since the plan was saved, as rows were written meanwhile. Make a new plan.");
        }
        long lost = plan.lossesToAccept().stream().mapToLong(l -> l.rows()).sum();
        if (lost > document.lostRows()) {
            throw new RollbackRefusedException("The plan was saved when " + document.lostRows()
                    + " rows would be lost; now it is " + lost + ". Make a new plan.");
        }
    }
}
