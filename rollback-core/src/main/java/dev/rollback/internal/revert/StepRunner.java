// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Range;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Work;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Executes the steps of a plan on one connection. */
final class StepRunner {
    private final Connection connection;
    private final Dialect dialect;
    private final DerivedPlan plan;
    private final String run;
    private final RollbackListener listener;
    private final Action afterUnit;

    /**
     * @param afterUnit what follows each step and each range of a copy
     */
    StepRunner(
            Connection connection,
            Dialect dialect,
            DerivedPlan plan,
            long run,
            RollbackListener listener,
            Action afterUnit) {
        this.afterUnit = afterUnit;
        this.connection = connection;
        this.dialect = dialect;
        this.plan = plan;
        this.run = String.valueOf(run);
        this.listener = listener;
    }

    /** Something to do on the way. */
    @FunctionalInterface
    interface Action {
        void run() throws SQLException;
    }

    /**
     * @param preparation what comes before the step, as part of it
     * @throws StepFailure when the server refuses a statement
     */
    StepResult run(RollbackStep step, Action preparation) throws SQLException {
        return run(step, plan.work(step), preparation);
    }

    /** Runs a step by other statements than the plan's. */
    StepResult run(RollbackStep step, Work work, Action preparation) throws SQLException {
        listener.stepStarted(step);
        preparation.run();
        long began = System.nanoTime();
        long rows;
        try {
            rows = execute(step, work);
        } catch (SQLException e) {
            throw new StepFailure(step, e);
        }
        StepResult result = new StepResult(step, rows, Duration.ofNanos(System.nanoTime() - began));
        listener.stepFinished(step, rows, result.took());
        return result;
    }

    private long execute(RollbackStep step, Work work) throws SQLException {
        if (work instanceof Work.Copy copy) {
            return copy(step, copy);
        }
        long rows = 0;
        try (Statement statement = Queries.statement(connection)) {
            for (String sql : work.sql()) {
                statement.execute(sql.replace(Tokens.RUN, run));
                rows += work instanceof Work.Rows ? Math.max(0, statement.getLargeUpdateCount()) : 0;
            }
        }
        afterUnit.run();
        return rows;
    }

    private long copy(RollbackStep step, Work.Copy copy) throws SQLException {
        List<Range> ranges = new ArrayList<>();
        for (Relation source : copy.sources()) {
            ranges.addAll(dialect.server().ranges(connection, source, copy.rowsPerRange()));
        }
        long total = ranges.stream().mapToLong(Range::rows).sum();
        long done = 0;
        long began = System.nanoTime();
        try (Statement statement = Queries.statement(connection)) {
            for (Range range : ranges) {
                for (String template : copy.templates()) {
                    done += statement.executeLargeUpdate(template.replace(Tokens.RUN, run)
                            .replace(Tokens.SOURCE, range.source())
                            .replace(Tokens.RANGE, range.condition()));
                }
                afterUnit.run();
                listener.progress(
                        new Progress(step.object().path(), done, total, Duration.ofNanos(System.nanoTime() - began)));
            }
        }
        return done;
    }

    /** A step that the server refused. */
    static final class StepFailure extends SQLException {
        private static final long serialVersionUID = 1L;

        private final transient RollbackStep step;
        private final SQLException failure;

        StepFailure(RollbackStep step, SQLException failure) {
            super(failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), failure);
            this.step = step;
            this.failure = failure;
        }

        RollbackStep step() {
            return step;
        }

        SQLException failure() {
            return failure;
        }
    }
}
