// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal;

import dev.rollback.RollbackReport;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.MigrationResult;
import java.util.List;
import java.util.Optional;

/**
 * What is lost, in lines without numbers, which change with the rows; as in {@code COLUMN_REMOVED customer.phone}.
 *
 * @param of whose losses
 */
public record LossLines(String of, List<String> lines) {

    public static LossLines of(RollbackReport report) {
        return new LossLines("the run to '" + report.target() + "'", lines(report.losses()));
    }

    public static LossLines of(RollbackPlan plan) {
        return new LossLines("the way back to '" + plan.target() + "'", lines(plan.losses()));
    }

    public static LossLines of(MigrationResult result) {
        return new LossLines("taking " + result.migration() + " back", result.losses());
    }

    /** A message when something is lost that is not accepted. */
    public Optional<String> unaccepted(List<String> accepted) {
        List<String> others = lines.stream().filter(l -> !accepted.contains(l)).toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("What " + of + " loses is not accepted:\n" + String.join("\n", others));
    }

    /** What must be accepted, and what cannot be told. Schemas are named when there are several. */
    private static List<String> lines(List<Loss> losses) {
        boolean one = losses.stream().map(l -> l.table().schema()).distinct().count() < 2;
        return losses.stream()
                .filter(l -> l.needsAcceptance() || l.kind() == Loss.Kind.KEPT_AS_IS)
                .map(l -> l.kind() + " " + (one ? l.table().name() : l.table().path())
                        + (l.column().isEmpty() ? "" : "." + l.column()))
                .distinct()
                .sorted()
                .toList();
    }
}
