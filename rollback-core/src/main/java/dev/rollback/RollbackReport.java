// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.internal.report.ReportText;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackStep;
import dev.rollback.verify.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a run did: the record that a post-mortem wants.
 *
 * @param run the number of the run, as {@code cleanup} and {@code resume} take it; empty for a dry run
 * @param target the label of the snapshot that the database was taken back to, or what an explicit plan did
 * @param explicit whether it did what a caller named by hand
 * @param outcome how it ended
 * @param mode what happened to rows written since
 * @param started when
 * @param took from the lock to the end of the verification
 * @param steps what was done, in order
 * @param losses the losses that the caller accepted, with where they were put aside
 * @param quarantined rows that did not fit the old shape
 * @param kept relations of the backup schema that hold what was removed, until {@code cleanup}
 * @param safetyLabel the backup of the state before the run; empty when nothing had to be captured
 * @param verification the proof; empty of levels for a dry run
 */
public record RollbackReport(
        String run,
        String target,
        boolean explicit,
        Outcome outcome,
        RestoreMode mode,
        Instant started,
        Duration took,
        List<StepResult> steps,
        List<Loss> losses,
        List<Quarantined> quarantined,
        List<String> kept,
        String safetyLabel,
        Verification verification) {

    /** How a run ended. */
    public enum Outcome {
        /** Every step done and every level of the verification passed. */
        DONE,
        /** The database already was what the snapshot says. */
        NOTHING_TO_DO,
        /** Nothing was changed, as asked. */
        DRY_RUN,
        /** What was to be done is done and stays, but the verification found differences. */
        VERIFICATION_FAILED,
        /** The proof before the commit found differences: everything was undone, the database is as before the run. */
        UNDONE
    }

    /**
     * A step that was done.
     *
     * @param step the step of the plan
     * @param rows rows that it moved; 0 for steps that move none
     * @param took how long it took
     */
    public record StepResult(RollbackStep step, long rows, Duration took) {}

    /**
     * Rows set aside.
     *
     * @param table the table they were in
     * @param relation the relation of the backup schema that they are in now
     * @param reason why they do not fit
     * @param rows how many
     */
    public record Quarantined(String table, String relation, String reason, long rows) {}

    public RollbackReport {
        Objects.requireNonNull(run, "run");
        steps = List.copyOf(steps);
        losses = List.copyOf(losses);
        quarantined = List.copyOf(quarantined);
        kept = List.copyOf(kept);
    }

    /** Whether the database is proven to be what it was. */
    public boolean isProven() {
        return outcome == Outcome.DONE || outcome == Outcome.NOTHING_TO_DO;
    }

    /** For people. */
    public String toText() {
        return ReportText.text(this);
    }

    /** For tickets and post-mortems. */
    public String toMarkdown() {
        return ReportText.markdown(this);
    }

    /** For machines. */
    public String toJson() {
        return ReportText.json(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
