// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.report;

import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.internal.Json;
import dev.rollback.verify.Finding;
import dev.rollback.verify.Verification;
import java.util.Locale;
import java.util.Optional;

/** Reports for people, tickets and machines. */
public final class ReportText {
    private ReportText() {}

    public static String text(RollbackReport report) {
        StringBuilder out = new StringBuilder();
        out.append(headline(report)).append("\n\n");
        line(out, "run", report.run().isEmpty() ? "-" : report.run());
        line(out, "mode", report.mode().name().toLowerCase(Locale.ROOT));
        line(out, "took", Words.time(report.took()));
        boolean dry = report.outcome() == Outcome.DRY_RUN;
        line(out, dry ? "steps to do" : "steps", String.valueOf(report.steps().size()));
        line(
                out,
                dry ? "rows to move" : "rows moved",
                Words.number(report.steps().stream()
                        .mapToLong(RollbackReport.StepResult::rows)
                        .sum()));
        if (!report.safetyLabel().isEmpty()) {
            line(out, "safety backup", report.safetyLabel());
        }
        for (RollbackReport.Quarantined rows : report.quarantined()) {
            line(
                    out,
                    "quarantined",
                    Words.rows(rows.rows()) + " of " + rows.table() + ": " + rows.reason() + " (" + rows.relation()
                            + ")");
        }
        report.losses()
                .forEach(loss -> line(
                        out,
                        loss.needsAcceptance() ? "accepted" : "noted",
                        loss.explanation() + (loss.place().isEmpty() ? "" : " -> " + loss.place())));
        report.kept().forEach(kept -> line(out, "kept", kept));
        out.append('\n').append(text(report.verification()));
        next(report).ifPresent(next -> out.append("\nNext: ").append(next).append('\n'));
        if (!report.kept().isEmpty()) {
            out.append("\nWhen all is well: cleanup ").append(report.run()).append(" drops what was kept.\n");
        }
        return out.toString();
    }

    /** What to do about a verification that failed. */
    private static Optional<String> next(RollbackReport report) {
        String again = report.explicit() ? "run the same again" : "run 'rollback --to " + report.target() + "' again";
        return switch (report.outcome()) {
            case UNDONE ->
                Optional.of("look for what makes the objects named above differ (an event trigger, another session),"
                        + " take it away and " + again + ", or leave their tables out.");
            case VERIFICATION_FAILED ->
                Optional.of("correct what is named above and "
                        + (report.explicit()
                                ? "look at the database again"
                                : "run 'verify --to " + report.target() + "'")
                        + (report.safetyLabel().isEmpty()
                                ? "."
                                : "; the state before the run is in backup '" + report.safetyLabel() + "'."));
            case DONE, NOTHING_TO_DO, DRY_RUN -> Optional.empty();
        };
    }

    private static String headline(RollbackReport report) {
        String target = report.target();
        boolean explicit = report.explicit();
        return switch (report.outcome()) {
            case DONE -> "Done and verified: " + (explicit ? target : "the database is back at " + target) + ".";
            case NOTHING_TO_DO ->
                "Nothing to do: the database already is as " + (explicit ? "asked" : target + " says") + ".";
            case DRY_RUN ->
                "Dry run " + (explicit ? "of: " : "to ") + target + ": every check passed, nothing was changed.";
            case VERIFICATION_FAILED ->
                "The verification found differences " + (explicit ? "after: " : "to ") + target + ".";
            case UNDONE ->
                "The proof before the commit found differences " + (explicit ? "after: " : "to ") + target
                        + ": everything was undone, the database is as it was before the run.";
        };
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(String.format(Locale.ROOT, "  %-14s %s%n", name, value));
    }

    public static String text(Verification verification) {
        StringBuilder out = new StringBuilder();
        if (!verification.levels().isEmpty()) {
            out.append("Verification against ").append(verification.target()).append('\n');
        }
        for (Verification.Rung rung : verification.levels()) {
            String verdict = !rung.skipped().isEmpty()
                    ? "skipped: " + rung.skipped()
                    : rung.findings().isEmpty()
                            ? "ok"
                            : Words.count(rung.findings().size(), "difference");
            out.append(String.format(
                    Locale.ROOT,
                    "  %-14s %8s compared  %s%n",
                    rung.level().label(),
                    Words.number(rung.compared()),
                    verdict));
            for (Finding finding : rung.findings()) {
                out.append("      ")
                        .append(finding.object())
                        .append(": ")
                        .append(finding.message())
                        .append('\n');
            }
        }
        return out.toString();
    }

    public static String markdown(RollbackReport report) {
        StringBuilder out = new StringBuilder();
        out.append("# Rollback: ")
                .append(report.target())
                .append("\n\n")
                .append(headline(report))
                .append("\n\n");
        out.append("| # | step | rows | took |\n|---|---|---|---|\n");
        for (RollbackReport.StepResult result : report.steps()) {
            out.append("| ")
                    .append(result.step().number())
                    .append(" | ")
                    .append(result.step().summary().replace("|", "\\|"))
                    .append(" | ")
                    .append(Words.number(result.rows()))
                    .append(" | ")
                    .append(Words.time(result.took()))
                    .append(" |\n");
        }
        return out.append("\n```\n").append(text(report)).append("```\n").toString();
    }

    public static String json(RollbackReport report) {
        return Json.write(report);
    }
}
