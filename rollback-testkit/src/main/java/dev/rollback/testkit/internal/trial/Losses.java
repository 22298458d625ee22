// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Quarantined;
import dev.rollback.plan.Loss;
import java.util.List;

/** What a report says is lost. */
final class Losses {
    private Losses() {}

    /** What must be accepted or cannot be told, as lines of a baseline: without numbers, which change with the rows. */
    static List<String> lines(RollbackReport report) {
        boolean one =
                report.losses().stream().map(l -> l.table().schema()).distinct().count() < 2;
        return report.losses().stream()
                .filter(l -> l.needsAcceptance() || l.kind() == Loss.Kind.KEPT_AS_IS)
                .map(l -> l.kind() + " " + (one ? l.table().name() : l.table().path())
                        + (l.column().isEmpty() ? "" : "." + l.column()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Rows of a table that the report says are not as they were written. A removed column takes nothing from the others. */
    static long rows(RollbackReport report, String table) {
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
