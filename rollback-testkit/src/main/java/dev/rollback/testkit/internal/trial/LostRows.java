// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Quarantined;
import dev.rollback.plan.Loss;

/** How many rows a report says are lost. */
final class LostRows {
    private LostRows() {}

    /** Rows of a table that the report says are not as they were written. A removed column takes nothing from the others. */
    static long of(RollbackReport report, String table) {
        long quarantined = report.quarantined().stream()
                .filter(q -> q.table().equals(table))
                .mapToLong(Quarantined::rows)
                .sum();
        long foretold = 0;
        long others = 0;
        for (Loss loss : report.losses()) {
            if (loss.table().path().equals(table) && loss.kind() != Loss.Kind.COLUMN_REMOVED) {
                if (loss.kind() == Loss.Kind.QUARANTINE) {
                    foretold += loss.rows();
                } else {
                    others += loss.rows();
                }
            }
        }
        return Math.max(quarantined, foretold) + others;
    }
}
