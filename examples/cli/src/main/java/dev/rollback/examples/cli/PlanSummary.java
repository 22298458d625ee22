// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A plan on half a screen, for the person who must say yes. */
final class PlanSummary {
    /** How many lines of what is not a loss; losses are never cut short. */
    private static final int FEW = 5;

    private PlanSummary() {}

    static String text(RollbackPlan plan) {
        StringBuilder text = new StringBuilder("Roll back to " + plan.target() + ":\n");
        long rows = plan.steps().stream().mapToLong(RollbackStep::rows).sum();
        LockLevel lock = plan.steps().stream()
                .map(RollbackStep::lock)
                .max(Comparator.naturalOrder())
                .orElse(LockLevel.NONE);
        text.append("  %s, about %s, some %s\n"
                .formatted(
                        Human.count(plan.steps().size(), "step"),
                        Human.count(rows, "row"),
                        Human.duration(plan.estimate())));
        text.append("  meanwhile ").append(lock.label()).append('\n');
        text.append("  rows written since: ")
                .append(plan.mode().name().toLowerCase(Locale.ROOT))
                .append('\n');
        list(
                text,
                "Advice: " + plan.advice().decision().label(),
                few(plan.advice().reasons()));
        list(text, "Notes", few(plan.notes()));
        list(text, "Losses", plan.losses().stream().map(Loss::toString).toList());
        return text.toString().stripTrailing();
    }

    private static List<String> few(List<String> lines) {
        if (lines.size() <= FEW) {
            return lines;
        }
        List<String> few = new ArrayList<>(lines.subList(0, FEW));
        few.add("and " + (lines.size() - FEW) + " more, in the full plan");
        return few;
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append(title).append(":\n");
            lines.forEach(line -> text.append("  - ").append(line).append('\n'));
        }
    }
}
