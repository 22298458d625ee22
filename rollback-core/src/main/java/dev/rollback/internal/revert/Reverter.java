// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.Gate;
import dev.rollback.InvalidInputException;
import dev.rollback.RevertOptions;
import dev.rollback.RollbackException;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.RollbackReport.Outcome;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Connections;
import dev.rollback.internal.Context;
import dev.rollback.internal.Drift;
import dev.rollback.internal.HeldLock;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Sessions;
import dev.rollback.internal.capture.Checking;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.revert.Execution.Aftermath;
import dev.rollback.internal.revert.StepRunner.StepFailure;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Loss;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.revert.ExternalDump;
import dev.rollback.revert.Run;
import dev.rollback.revert.SchemaReverter;
import dev.rollback.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Runs plans: every question first, then lock, safety capture, steps, proof and record. */
public final class Reverter implements SchemaReverter {
    private static final String UNDONE = "undone, the database is as it was before the run: ";

    private final Context context;
    private final Dialect dialect;
    private final Journal journal;
    private final RunGuard guard;
    private final Rights rights;

    public Reverter(Context context, Journal journal, RunGuard guard) {
        this.guard = guard;
        this.rights = new Rights(context.dialect());
        this.context = context;
        this.dialect = context.dialect();
        this.journal = journal;
    }

    @Override
    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        if (!(plan instanceof DerivedPlan derived)) {
            throw new InvalidInputException("Only plans made by this library can be run.");
        }
        return run(derived, options, null);
    }

    /**
     * @param resumed the open run to continue; null for a new one
     */
    public RollbackReport run(DerivedPlan plan, RevertOptions options, @Nullable Long resumed) {
        refuse(plan, options);
        return context.sessions().call("rollback to '" + plan.target() + "'", c -> locked(c, plan, options, resumed));
    }

    private static void refuse(DerivedPlan plan, RevertOptions options) {
        if (!plan.refusals().isEmpty()) {
            throw new RollbackRefusedException(plan.refusals());
        }
        List<Loss> losses = plan.lossesToAccept();
        if (!losses.isEmpty() && !options.allowDataLoss()) {
            List<String> reasons = new ArrayList<>();
            losses.forEach(loss -> reasons.add("Data would be lost: " + loss + "."));
            reasons.add(
                    "Accept this with allowDataLoss (--allow-data-loss on the command line); what is lost is put aside all the same.");
            throw new RollbackRefusedException(reasons);
        }
    }

    private RollbackReport locked(
            Connection connection, DerivedPlan plan, RevertOptions options, @Nullable Long resumed)
            throws SQLException {
        rights.requireWritable(connection, "rollback");
        try (HeldLock lock = HeldLock.take(dialect, connection, context.store().schema())) {
            if (lock == null) {
                throw guard.running(connection);
            }
            return checked(connection, plan, options, resumed);
        }
    }

    private RollbackReport checked(
            Connection connection, DerivedPlan plan, RevertOptions options, @Nullable Long resumed)
            throws SQLException {
        Instant started = Instant.now();
        ExternalDump dump = Request.dump(options);
        Patience patience = new Patience(dialect, context.listener(), options.lockTimeout(), options.lockPatience());
        if (!plan.isEmpty() || resumed != null) {
            rights.require(connection, "rollback", RunNeeds.of(plan, context.store()));
        }
        guard.refuseOpen(connection, resumed);
        Backup backup = plan.input().backup();
        if (backup != null) {
            BackupCheck check = new Checking(dialect, context.store(), context.listener()).check(connection, backup);
            if (!check.isSound()) {
                throw new RollbackRefusedException(check.problems());
            }
        }
        refuseDrift(connection, plan, patience);
        if (!options.force()) {
            List<String> closed = new ArrayList<>();
            for (Gate gate : context.gates()) {
                gate.refuse(plan, options).ifPresent(closed::add);
            }
            if (!closed.isEmpty()) {
                throw new RollbackRefusedException(closed);
            }
        }
        if (options.dryRun()) {
            return unrecorded(
                    plan, Outcome.DRY_RUN, started, expected(plan), new Verification(plan.target(), List.of()));
        }
        Proof proof = new Proof(context, connection, patience);
        if (plan.isEmpty() && resumed == null) {
            Verification verification = proof.unchanged(plan);
            Outcome outcome = verification.isClean() ? Outcome.NOTHING_TO_DO : Outcome.VERIFICATION_FAILED;
            return unrecorded(plan, outcome, started, List.of(), verification);
        }
        Optional<Stepwise> stepwise = dialect.stepwise();
        if (stepwise.isPresent()) {
            new Connections(context.sessions()).require("run", StepByStep.connections(stepwise.get(), plan, options));
        }
        context.store().create(connection);
        new LeftOver(context).endNotes(connection, patience);
        if (backup != null) {
            new Checking(dialect, context.store(), context.listener()).remember(connection, backup);
        }
        long run = resumed != null ? resumed : journal.open(connection, plan, request(plan, options, dump), options);
        context.listener().runStarted(String.valueOf(run), plan.steps().size());
        try {
            return recorded(connection, plan, options, run, started, proof);
        } catch (SQLException | RuntimeException e) {
            context.listener().runFailed(String.valueOf(run), e);
            throw e;
        }
    }

    /** Brings an interrupted run to where a plan can be made for the rest of it. */
    public void settle(long run, Patience patience) {
        context.sessions().call("resume of run " + run, c -> {
            rights.requireWritable(c, "resume");
            try (HeldLock lock = HeldLock.take(dialect, c, context.store().schema())) {
                if (lock == null) {
                    throw guard.running(c);
                }
                guard.refuseOpen(c, run);
                new LeftOver(context).endNotes(c, patience);
                return patience.again(c, List.of(), LockLevel.ALL_WAIT, again -> {
                    patience.limit(again);
                    new Settling(context, journal).settle(again, run);
                    return run;
                });
            }
        });
    }

    private void refuseDrift(Connection connection, DerivedPlan plan, Patience patience) throws SQLException {
        patience.reading(connection, c -> {
            dialect.server().beginSnapshot(c, patience.timeout());
            Drift.refuse(dialect, c, plan);
            c.rollback();
            c.setAutoCommit(true);
            return plan;
        });
    }

    private static Request request(DerivedPlan plan, RevertOptions options, @Nullable ExternalDump dump) {
        return Request.of(
                plan.input().backup() == null ? null : plan.target(),
                new dev.rollback.PlanOptions(
                        plan.mode(),
                        plan.input().only().stream().map(id -> id.path()).toList(),
                        plan.input().closing()),
                plan.explicit(),
                options,
                dump);
    }

    private RollbackReport recorded(
            Connection connection, DerivedPlan plan, RevertOptions options, long run, Instant started, Proof proof)
            throws SQLException {
        Attempt attempt = null;
        Execution execution = execution(connection, plan, options, run);
        try {
            String safety = new SafetyCapture(context, journal)
                    .capture(
                            connection,
                            plan,
                            run,
                            new Patience(dialect, context.listener(), options.lockTimeout(), options.lockPatience()));
            attempt = execution.run();
            Verification verification =
                    attempt.committed() ? proof.after(plan, run, attempt) : attempt.verification(plan.target());
            Outcome outcome = !attempt.committed()
                    ? Outcome.UNDONE
                    : verification.isClean() ? Outcome.DONE : Outcome.VERIFICATION_FAILED;
            RollbackReport report = report(
                    String.valueOf(run),
                    plan,
                    outcome,
                    started,
                    attempt.results(),
                    attempt.committed() ? journal.quarantined(connection, run) : List.of(),
                    attempt.committed() ? kept(plan, run) : List.of(),
                    safety,
                    verification);
            boolean done = outcome == Outcome.DONE;
            journal.end(
                    connection,
                    run,
                    done ? Run.State.DONE : Run.State.VERIFICATION_FAILED,
                    done
                            ? "done and verified"
                            : attempt.committed()
                                    ? "done; the verification found differences"
                                    : UNDONE + "the proof before the commit found differences",
                    report.toJson());
            context.listener().runFinished(report);
            return report;
        } catch (StepFailure e) {
            if (isGone(connection) || execution.aftermath().staysOpen()) {
                throw interrupted(connection, plan, run, attempt, execution.aftermath(), e);
            }
            journal.end(connection, run, Run.State.FAILED, undone("step " + e.step() + " failed: ", e), "");
            throw context.sessions()
                    .failed(
                            "rollback to '" + plan.target() + "' (run " + run + ", step " + e.step() + ")",
                            e.failure(),
                            execution.aftermath().words(),
                            "correct the cause and run the rollback again.");
        } catch (RollbackException e) {
            if (execution.aftermath().staysOpen()) {
                throw interrupted(connection, plan, run, attempt, execution.aftermath(), new SQLException(e));
            }
            journal.end(
                    connection,
                    run,
                    Run.State.FAILED,
                    UNDONE
                            + String.join(
                                    " ", String.valueOf(e.getMessage()).lines().toList()),
                    "");
            throw e;
        } catch (SQLException e) {
            throw interrupted(connection, plan, run, attempt, execution.aftermath(), e);
        } catch (DataAccessException e) {
            throw interrupted(connection, plan, run, attempt, execution.aftermath(), Sessions.sqlCause(e));
        } catch (RuntimeException e) {
            throw interrupted(
                    connection, plan, run, attempt, execution.aftermath(), new SQLException("unexpected: " + e, e));
        }
    }

    private String undone(String what, SQLException failure) {
        return UNDONE + what + context.sessions().words(failure);
    }

    private Execution execution(Connection connection, DerivedPlan plan, RevertOptions options, long run) {
        Optional<Stepwise> stepwise = dialect.stepwise();
        return stepwise.isPresent()
                ? new StepByStep(context, stepwise.get(), journal, connection, plan, run, options)
                : new OneTransaction(context, journal, connection, plan, run, options);
    }

    private static boolean isGone(Connection connection) throws SQLException {
        return connection.isClosed() || !connection.isValid(5);
    }

    /** The connection may be gone; then the server has undone the transaction and the run stays open. */
    private RollbackFailedException interrupted(
            Connection connection,
            DerivedPlan plan,
            long run,
            @Nullable Attempt attempt,
            Aftermath aftermath,
            SQLException e) {
        String what = "rollback to '" + plan.target() + "' (run " + run
                + (e instanceof StepFailure failure ? ", step " + failure.step() : "") + ")";
        if (attempt != null && attempt.committed()) {
            return context.sessions()
                    .failed(
                            what,
                            e,
                            "all steps are done and committed; only the proof after the commit or its record is missing.",
                            "'resume " + run + "' proves and records it.");
        }
        try {
            if (!connection.isClosed() && connection.isValid(5)) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                if (aftermath.staysOpen()) {
                    return context.sessions()
                            .failed(
                                    what,
                                    e,
                                    aftermath.words(),
                                    "correct the cause; 'resume " + run + "' goes on from here.");
                }
                journal.end(connection, run, Run.State.FAILED, undone("", e), "");
                return context.sessions()
                        .failed(what, e, aftermath.words(), "correct the cause and run the rollback again.");
            }
        } catch (SQLException | DataAccessException second) {
            e.addSuppressed(second);
        }
        return context.sessions()
                .failed(
                        what,
                        e,
                        aftermath.staysOpen()
                                ? aftermath.words()
                                : "the server undoes an unfinished transaction by itself; the run is recorded as open.",
                        "'resume " + run + "' continues it once the database can be reached.");
    }

    private List<String> kept(DerivedPlan plan, long run) {
        return plan.kept().stream()
                .map(k -> k.relation().toString().replace(Tokens.RUN, String.valueOf(run)))
                .toList();
    }

    /** What would be done, with the estimates of the plan. */
    private static List<StepResult> expected(DerivedPlan plan) {
        return plan.steps().stream()
                .map(s -> new StepResult(s, s.rows(), s.estimate()))
                .toList();
    }

    /** Of a run that changed nothing and got no number. */
    private static RollbackReport unrecorded(
            DerivedPlan plan, Outcome outcome, Instant started, List<StepResult> results, Verification verification) {
        return report("", plan, outcome, started, results, List.of(), List.of(), "", verification);
    }

    private static RollbackReport report(
            String run,
            DerivedPlan plan,
            Outcome outcome,
            Instant started,
            List<StepResult> results,
            List<RollbackReport.Quarantined> quarantined,
            List<String> kept,
            String safety,
            Verification verification) {
        return new RollbackReport(
                run,
                plan.target(),
                plan.isExplicit(),
                outcome,
                plan.mode(),
                started,
                Duration.between(started, Instant.now()),
                results,
                plan.losses().stream()
                        .map(l -> l.at(plan.place(l).replace(Tokens.RUN, run.isEmpty() ? "N" : run)))
                        .toList(),
                quarantined,
                kept,
                safety,
                verification);
    }
}
