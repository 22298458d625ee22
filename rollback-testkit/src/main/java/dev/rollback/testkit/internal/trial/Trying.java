// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.trial;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.testkit.MigrationResult;
import dev.rollback.testkit.MigrationResult.Outcome;
import dev.rollback.testkit.MigrationSteps;
import dev.rollback.testkit.internal.judge.Differences;
import dev.rollback.testkit.internal.judge.Picture;
import dev.rollback.testkit.internal.judge.Written;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tries one migration after the other: up, down, up, writes, down, up. */
public final class Trying {
    private static final RevertOptions ACCEPTING = RevertOptions.builder()
            .allowDataLoss(true)
            .reason("a trial of the way back")
            .build();

    private final Bench bench;
    private final MigrationSteps steps;
    private final boolean writes;

    public Trying(Bench bench, MigrationSteps steps, boolean writes) {
        this.bench = bench;
        this.steps = steps;
        this.writes = writes;
    }

    public boolean isApplied(String migration) throws Exception {
        return !steps.pending().contains(migration);
    }

    /** What came of it; afterwards the migration is applied if it can be at all. */
    public MigrationResult run(String migration) throws Exception {
        Findings findings = new Findings(migration);
        try {
            attempt(migration, findings);
        } catch (Stopped e) {
            findings.add(e);
        }
        if (findings.outcome() != Outcome.FAILED && !isApplied(migration)) {
            applyAnyway(migration, findings);
        }
        if (isApplied(migration)) {
            tidy();
        }
        return findings.result();
    }

    private void attempt(String migration, Findings findings) throws Exception {
        Picture start = up(migration, findings);
        Picture migrated = bench.picture();
        bench.given(start, migrated);
        Optional<RollbackReport> first = down(findings, "");
        if (first.isEmpty()) {
            return;
        }
        String when = "after the first rollback";
        require(findings, Differences.between(start, bench.picture(), t -> LostRows.of(first.get(), t)), when);
        requireSame(findings.second(), when);
        again(migration);
        if (writes) {
            withWrites(migration, findings, start);
        }
    }

    private void withWrites(String migration, Findings findings, Picture before) throws Exception {
        Picture migrated = bench.picture();
        bench.change();
        Picture written = bench.picture();
        RollbackReport report = down(findings, "once rows were written, ").orElseThrow();
        Picture after = bench.picture();
        String when = "after the rollback with rows written in between";
        require(findings, Differences.ofStructure(before, after), when);
        Written judged = new Written(before, migrated, written, after, t -> LostRows.of(report, t));
        require(findings, judged.differences(), when);
        requireSame(findings.second(), when);
        againWithWritten(migration, findings);
    }

    /** The state before, once the migration has run: with rows at the edges if it can, with plainer ones or none otherwise. */
    private Picture up(String migration, Findings findings) throws Exception {
        bench.begin();
        findings.fill(bench.fill());
        Optional<Exception> failure = Optional.empty();
        for (int rows = 0; rows < 3; rows++) {
            if (rows > 0) {
                bench.clear();
                findings.plainer(rows == 2, failure.orElseThrow());
            }
            if (rows == 1) {
                findings.fill(bench.fillPlain());
            }
            Picture before = bench.picture();
            findings.second(bench.second());
            long begin = System.nanoTime();
            failure = upOnce(migration);
            findings.up(Duration.ofNanos(System.nanoTime() - begin));
            if (failure.isEmpty()) {
                return before;
            }
            require(
                    findings,
                    Differences.ofStructure(before, bench.picture()),
                    "after the migration failed and was taken back");
        }
        throw new Stopped(Outcome.FAILED, List.of(Causes.text(failure.orElseThrow())));
    }

    private Optional<Exception> upOnce(String migration) throws Stopped {
        try {
            steps.up(migration);
            return Optional.empty();
        } catch (Exception e) {
            Optional<RollbackException> ours = Causes.ours(e);
            if (ours.isPresent()) {
                throw new Stopped(
                        Outcome.REFUSED,
                        List.of("It cannot be captured: " + ours.get().getMessage()));
            }
            return Optional.of(e);
        }
    }

    /** Empty when the migration changed nothing. */
    private Optional<RollbackReport> down(Findings findings, String when) throws Exception {
        long begin = System.nanoTime();
        try {
            Optional<RollbackPlan> plan = steps.planDown();
            if (plan.isEmpty()) {
                findings.note("the tool ran nothing that could be taken back");
                return Optional.empty();
            }
            if (!plan.get().refusals().isEmpty()) {
                throw new Stopped(
                        Outcome.REFUSED,
                        plan.get().refusals().stream().map(r -> when + r).toList());
            }
            RollbackReport report = steps.down(plan.get(), ACCEPTING);
            findings.down(report, Duration.ofNanos(System.nanoTime() - begin));
            if (!report.isProven()) {
                throw new Stopped(
                        Outcome.WRONG,
                        report.verification().findings().stream()
                                .map(f -> when + f)
                                .toList());
            }
            return Optional.of(report);
        } catch (RollbackFailedException e) {
            throw new Stopped(Outcome.WRONG, List.of(when + "the rollback fails: " + e.getMessage()));
        } catch (RollbackException e) {
            throw new Stopped(Outcome.REFUSED, List.of(when + e.getMessage()));
        }
    }

    private void again(String migration) throws Stopped {
        try {
            steps.up(migration);
        } catch (Exception e) {
            throw new Stopped(
                    Outcome.WRONG, List.of("It cannot be migrated again after the rollback: " + Causes.text(e)));
        }
    }

    /** Rows that were written without what the old shape asks for may be rows that the migration cannot work on. */
    private void againWithWritten(String migration, Findings findings) throws Exception {
        try {
            again(migration);
        } catch (Stopped e) {
            findings.note("with the rows that were written: " + e.getMessage());
            bench.clear();
            again(migration);
        }
    }

    private static void require(Findings findings, List<String> differences, String when) throws Stopped {
        if (!differences.isEmpty()) {
            findings.note("compared " + when);
            throw new Stopped(Outcome.WRONG, differences);
        }
    }

    private void requireSame(String second, String when) throws Exception {
        String now = bench.second();
        if (!now.equals(second)) {
            throw new Stopped(
                    Outcome.WRONG,
                    List.of("The second opinion on the structure differs " + when + ":\n"
                            + TextDifference.of(second, now)));
        }
    }

    private void applyAnyway(String migration, Findings findings) throws Exception {
        try {
            steps.upWithoutCapture(migration);
        } catch (Exception e) {
            findings.note("it could not be applied for the next ones: " + Causes.text(e));
        }
    }

    /** What was kept is needed no more; without this the backups would outgrow the database. */
    private void tidy() {
        steps.rollback().cleanupOlderThan(Duration.ZERO);
        steps.rollback().prune(0);
    }
}
