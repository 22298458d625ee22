// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Stepwise.WriteBlock;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Context;
import dev.rollback.internal.Drift;
import dev.rollback.internal.Patience;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps where the server commits every change of structure by itself. Up to the exchange nothing but shadows in the
 * backup schema is made, so a failure leaves nothing behind. From the exchange on every step is recorded as it is done; an
 * interrupted run goes on by deriving its plan again from what it finds.
 */
final class StepByStep implements Execution {
    private final Context context;
    private final Dialect dialect;
    private final Stepwise stepwise;
    private final Journal journal;
    private final Connection connection;
    private final DerivedPlan plan;
    private final long run;
    private final RevertOptions options;
    private Aftermath aftermath = Aftermath.UNTOUCHED;

    StepByStep(
            Context context,
            Stepwise stepwise,
            Journal journal,
            Connection connection,
            DerivedPlan plan,
            long run,
            RevertOptions options) {
        this.context = context;
        this.dialect = context.dialect();
        this.stepwise = stepwise;
        this.journal = journal;
        this.connection = connection;
        this.plan = plan;
        this.run = run;
        this.options = options;
    }

    @Override
    public Aftermath aftermath() {
        return aftermath;
    }

    @Override
    public Attempt run() throws SQLException {
        Patience patience = new Patience(dialect, context.listener(), options.lockTimeout(), options.lockPatience());
        for (int attempt = 1; ; attempt++) {
            try {
                return once();
            } catch (RuntimeException e) {
                cleanUp(e);
                throw e;
            } catch (SQLException e) {
                cleanUp(e);
                if (aftermath == Aftermath.HALF_WAY || !patience.isConflict(e)) {
                    throw e;
                }
                context.listener().retrying(attempt, context.sessions().words(e));
                patience.after(e, patience.blockers(connection, leaving(), LockLevel.WRITERS_WAIT), patience.timeout());
            }
        }
    }

    private void cleanUp(Exception cause) {
        try {
            connection.rollback();
            if (aftermath == Aftermath.UNTOUCHED) {
                dropShadows();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void dropShadows() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Relation shadow : plan.scratch()) {
                for (String sql : dialect.ddl().dropKept("table", named(shadow))) {
                    statement.execute(sql);
                }
            }
        }
    }

    private Relation named(Relation relation) {
        return new Relation(relation.schema(), relation.name().replace(Tokens.RUN, String.valueOf(run)));
    }

    /** Live tables that leave their place: nobody may write to them until the new ones are there. */
    private List<Relation> leaving() {
        return plan.kept().stream().map(k -> Relation.of(k.from())).toList();
    }

    private Attempt once() throws SQLException {
        stepwise.begin(connection, options.lockTimeout());
        if (!stepwise.guardsWholeRun()) {
            return steps(null);
        }
        WriteBlock block = stepwise.blockWriters(connection, List.of(), touched(), options.lockTimeout());
        try {
            return steps(block);
        } finally {
            block.release();
        }
    }

    private List<Relation> touched() {
        return plan.touched().stream().map(Relation::of).toList();
    }

    /** @param block what keeps writers waiting for the whole run; null where they wait up to the exchange */
    private Attempt steps(@Nullable WriteBlock block) throws SQLException {
        Drift.refuse(dialect, connection, plan);
        connection.setAutoCommit(false);
        RowProof rows = new RowProof(connection, dialect, plan, context.store(), run, context.listener());
        List<StepResult> results = new ArrayList<>();
        journal.interrupted(connection, run);
        boolean exchanges = plan.steps().stream().anyMatch(s -> s.kind() == StepKind.EXCHANGE);
        List<RollbackStep> left = new ArrayList<>(plan.steps());
        if (exchanges) {
            dropShadows(); // of the same run, when it was interrupted
            while (left.get(0).kind() == StepKind.RENAME) {
                results.add(change(left.remove(0)));
            }
            boolean clean = block != null
                    ? beside(block, left, results, rows)
                    : guarded(
                            new ArrayList<>(),
                            stepwise.guards(leaving().size()),
                            guards -> blocking(guards, left, results, rows));
            if (!clean) {
                dropShadows();
                connection.setAutoCommit(true);
                return new Attempt(
                        false,
                        results,
                        new AttemptProof(context, journal, connection, plan, run, options).rungsOfRows(rows));
            }
        }
        while (!left.isEmpty()) {
            results.add(change(left.remove(0)));
        }
        List<Rung> rungs = new AttemptProof(context, journal, connection, plan, run, options).rungs(rows);
        journal.committed(connection, run, dialect.server().position(connection));
        connection.commit();
        connection.setAutoCommit(true);
        return new Attempt(true, results, rungs);
    }

    /** Work that other connections guard. */
    @FunctionalInterface
    private interface Guarded {
        boolean run(List<Connection> guards) throws SQLException;
    }

    private boolean guarded(List<Connection> guards, int more, Guarded work) throws SQLException {
        if (more == 0) {
            return work.run(guards);
        }
        return context.sessions().with(guard -> {
            guards.add(guard);
            return guarded(guards, more - 1, work);
        });
    }

    private boolean blocking(List<Connection> guards, List<RollbackStep> left, List<StepResult> results, RowProof rows)
            throws SQLException {
        WriteBlock block = stepwise.blockWriters(connection, guards, leaving(), options.lockTimeout());
        try {
            return beside(block, left, results, rows);
        } finally {
            block.release();
        }
    }

    /** Everything up to and with the exchange, while writers wait; false when the proof found differences before it. */
    private boolean beside(WriteBlock block, List<RollbackStep> left, List<StepResult> results, RowProof rows)
            throws SQLException {
        StepRunner runner = runner();
        while (left.get(0).kind() != StepKind.EXCHANGE) {
            results.add(runner.run(left.remove(0), () -> {}));
        }
        for (RollbackStep step : plan.steps()) {
            rows.before(step);
        }
        connection.commit();
        new AttemptProof(context, journal, connection, plan, run, options).refuseNewLosses();
        if (!rows.findings().isEmpty()) {
            return false;
        }
        results.forEach(r -> journal.step(connection, run, r));
        journal.keep(connection, run, plan);
        connection.commit();
        results.add(exchange(block, left.remove(0)));
        return true;
    }

    /** The statement waits for the block, and the block is given up once it waits: no writer comes in between. */
    private StepResult exchange(WriteBlock block, RollbackStep step) throws SQLException {
        block.check();
        long session = stepwise.session(connection);
        Duration limit = options.lockTimeout();
        CompletableFuture<Void> handed = CompletableFuture.runAsync(() -> {
            try {
                block.handOver(session, limit);
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
        try {
            StepResult result = change(step);
            handed.join();
            return result;
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
        }
    }

    /** A step that changes what is live; recorded before and after. */
    private StepResult change(RollbackStep step) throws SQLException {
        journal.intent(connection, run, step);
        connection.commit();
        Aftermath before = aftermath;
        StepResult result;
        try {
            aftermath = Aftermath.HALF_WAY;
            result = runner().run(step, () -> {});
        } catch (SQLException e) {
            boolean refused = dialect.errors().kind(e) != Kind.CONNECTION;
            if (refused && plan.work(step).sql().size() == 1) {
                aftermath = before; // one statement is done as a whole or not at all
            }
            throw e;
        }
        journal.step(connection, run, result);
        connection.commit();
        return result;
    }

    private StepRunner runner() {
        return new StepRunner(connection, dialect, plan, run, context.listener(), connection::commit);
    }
}
