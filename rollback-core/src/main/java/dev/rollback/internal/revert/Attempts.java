// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport.Quarantined;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.dialect.Dialect;
import dev.rollback.internal.Context;
import dev.rollback.internal.Drift;
import dev.rollback.internal.Patience;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.verify.StructureCheck;
import dev.rollback.model.DatabaseModel;
import dev.rollback.plan.Loss;
import dev.rollback.verify.Finding;
import dev.rollback.verify.Level;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tries all steps in one transaction, again after a conflict, until the caller's patience ends. */
final class Attempts {
    private final Context context;
    private final Dialect dialect;
    private final Journal journal;
    private final Connection connection;
    private final DerivedPlan plan;
    private final long run;
    private final RevertOptions options;

    Attempts(
            Context context,
            Journal journal,
            Connection connection,
            DerivedPlan plan,
            long run,
            RevertOptions options) {
        this.context = context;
        this.dialect = context.dialect();
        this.journal = journal;
        this.connection = connection;
        this.plan = plan;
        this.run = run;
        this.options = options;
    }

    Attempt run() throws SQLException {
        Patience patience = new Patience(dialect, context.listener(), options.lockTimeout(), options.lockPatience());
        RunLocks locks = new RunLocks(dialect, patience, plan);
        for (int attempt = 1; ; attempt++) {
            try {
                return once(locks);
            } catch (RuntimeException e) {
                undo(e);
                throw e;
            } catch (SQLException e) {
                undo(e);
                if (!patience.isConflict(e)) {
                    throw e;
                }
                context.listener().retrying(attempt, context.sessions().words(e));
                locks.after(connection, e);
            }
        }
    }

    private void undo(Exception cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private Attempt once(RunLocks locks) throws SQLException {
        dialect.server().beginRun(connection, options.lockTimeout());
        locks.begin(connection);
        Drift.refuse(dialect, connection, plan);
        RowProof rows = new RowProof(connection, dialect, plan, context.store(), run);
        List<StepResult> results = new StepRunner(connection, dialect, plan, run, context.listener()).run(step -> {
            rows.before(step);
            locks.before(connection, step);
        });
        refuseNewLosses();
        List<Rung> rungs = new ArrayList<>(structure());
        rungs.add(rung(Level.COUNTS, rows.counted(), rows.findings()));
        rungs.add(rung(Level.CHECKSUMS, rows.summed(), rows.findings()));
        boolean clean = rungs.stream().allMatch(r -> r.findings().isEmpty());
        if (clean) {
            journal.done(connection, run, plan, results, dialect.server().position(connection));
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        return new Attempt(clean, results, rungs);
    }

    private static Rung rung(Level level, long compared, List<Finding> findings) {
        return new Rung(
                level,
                compared,
                findings.stream().filter(f -> f.level() == level).toList(),
                "");
    }

    private List<Rung> structure() throws SQLException {
        DatabaseModel live = dialect.reader().read(connection, plan.scopeAfter());
        return StructureCheck.compare(plan.input().snapshot(), live, plan.wanted());
    }

    /** Rows that were written after the plan was made may not fit either: more losses need a new word. */
    private void refuseNewLosses() {
        long planned = plan.losses().stream()
                .filter(l -> l.kind() != Loss.Kind.KEPT_AS_IS)
                .mapToLong(Loss::rows)
                .sum();
        List<Quarantined> found = journal.quarantined(connection, run);
        long rows = found.stream().mapToLong(Quarantined::rows).sum();
        if (rows > planned && !options.allowDataLoss()) {
            List<String> reasons = new ArrayList<>();
            found.forEach(q ->
                    reasons.add(q.rows() + " rows of " + q.table() + " do not fit the old table: " + q.reason() + "."));
            reasons.add("The plan expected " + planned + " such rows. Everything was undone; make a new plan.");
            throw new RollbackRefusedException(reasons);
        }
    }
}
