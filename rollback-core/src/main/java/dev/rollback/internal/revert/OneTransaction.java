// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.dialect.Dialect;
import dev.rollback.internal.Context;
import dev.rollback.internal.Drift;
import dev.rollback.internal.Patience;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.plan.RollbackStep;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Tries all steps in one transaction, again after a conflict, until the caller's patience ends. */
final class OneTransaction implements Execution {
    private final Context context;
    private final Dialect dialect;
    private final Journal journal;
    private final Connection connection;
    private final DerivedPlan plan;
    private final long run;
    private final RevertOptions options;

    OneTransaction(
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

    @Override
    public Attempt run() throws SQLException {
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
        RowProof rows = new RowProof(connection, dialect, plan, context.store(), run, context.listener());
        StepRunner runner = new StepRunner(connection, dialect, plan, run, context.listener(), OneTransaction::goOn);
        List<StepResult> results = new ArrayList<>();
        for (RollbackStep step : plan.steps()) {
            results.add(runner.run(step, () -> {
                rows.before(step);
                locks.before(connection, step);
            }));
        }
        AttemptProof proof = new AttemptProof(context, journal, connection, plan, run, options);
        proof.refuseNewLosses();
        List<Rung> rungs = proof.rungs(rows);
        boolean clean = AttemptProof.isClean(rungs);
        if (clean) {
            journal.done(connection, run, plan, results, dialect.server().position(connection));
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        return new Attempt(clean, results, rungs);
    }

    /** Nothing is committed before the end. */
    private static void goOn() {}

    @Override
    public Aftermath aftermath() {
        return Aftermath.UNDONE;
    }
}
