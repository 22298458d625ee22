// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.report;

import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.plan.RollbackStep;
import java.util.List;
import java.util.Locale;

/** Plans for people. */
public final class PlanText {
    private PlanText() {}

    public static String text(RollbackPlan plan) {
        StringBuilder out = new StringBuilder();
        out.append(title(plan))
                .append(" (")
                .append(plan.mode().name().toLowerCase(Locale.ROOT))
                .append("), hash ")
                .append(plan.hash(), 0, 12)
                .append('\n');
        if (plan.isEmpty() && plan.refusals().isEmpty()) {
            out.append("Nothing to do: the database already is as asked.\n");
        } else {
            out.append(Words.count(plan.steps().size(), "step"))
                    .append(", about ")
                    .append(Words.time(plan.estimate()))
                    .append(", ")
                    .append(plan.reversibility().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append("\n\n");
        }
        int width =
                plan.steps().stream().mapToInt(s -> s.summary().length()).max().orElse(0);
        for (RollbackStep step : plan.steps()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%4d  %-" + Math.min(width, 60) + "s  %s%n",
                    step.number(),
                    step.summary(),
                    step.reason() + (step.rows() > 0 ? " (about " + Words.rows(step.rows()) + ")" : "")));
        }
        list(
                out,
                "\nWhat has no place in the old shape:",
                plan.losses().stream()
                        .map(l -> (l.needsAcceptance() ? "[accept] " : "[info]   ") + loss(l))
                        .toList());
        list(out, "\nThis plan cannot run:", plan.refusals());
        list(out, "\nNotes:", plan.notes());
        out.append("\nAdvice: ").append(plan.advice().decision().label()).append('\n');
        list(out, "", plan.advice().reasons());
        return out.toString();
    }

    /** What it is for, as a headline. */
    public static String title(RollbackPlan plan) {
        return (plan.isExplicit() ? "Plan to " : "Plan back to ") + plan.target();
    }

    private static String loss(Loss loss) {
        return loss + (loss.place().isEmpty() ? "" : " -> " + loss.place());
    }

    private static void list(StringBuilder out, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            if (!title.isEmpty()) {
                out.append(title).append('\n');
            }
            lines.forEach(line -> out.append("  - ").append(line).append('\n'));
        }
    }

    public static String markdown(RollbackPlan plan) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(title(plan)).append("\n\n");
        out.append("| | |\n|---|---|\n");
        out.append("| mode | ")
                .append(plan.mode().name().toLowerCase(Locale.ROOT))
                .append(" |\n");
        out.append("| steps | ").append(plan.steps().size()).append(" |\n");
        out.append("| estimate | ").append(Words.time(plan.estimate())).append(" |\n");
        out.append("| reversibility | ").append(plan.reversibility()).append(" |\n");
        out.append("| advice | ").append(plan.advice().decision().label()).append(" |\n");
        out.append("| hash | `").append(plan.hash()).append("` |\n\n");
        list(out, "Reasons:\n", plan.advice().reasons());
        list(out, "\n## This plan cannot run\n", plan.refusals());
        list(
                out,
                "\n## Losses\n",
                plan.losses().stream()
                        .map(l -> (l.needsAcceptance() ? "**to accept:** " : "") + loss(l))
                        .toList());
        out.append("\n## Steps\n\n| # | step | why | others | rows |\n|---|---|---|---|---|\n");
        for (RollbackStep step : plan.steps()) {
            out.append("| ")
                    .append(step.number())
                    .append(" | ")
                    .append(cell(step.summary()))
                    .append(" | ")
                    .append(cell(step.reason()))
                    .append(" | ")
                    .append(step.lock().label())
                    .append(" | ")
                    .append(step.rows() == 0 ? "" : Words.number(step.rows()))
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
