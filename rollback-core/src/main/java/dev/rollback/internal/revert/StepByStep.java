// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Stepwise.WriteBlock;
import dev.rollback.dialect.Tokens;
import dev.rollback.internal.Context;
import dev.rollback.internal.Drift;
import dev.rollback.internal.Patience;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Work;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps where the server commits every change of structure by itself. Up to the exchange tables get old names back and
 * shadows in the backup schema are made; both are taken back when it is not reached, so a failure leaves nothing behind. From
 * the exchange on every step is recorded as it is done; an interrupted run goes on by deriving its plan again from what it finds.
 */
final class StepByStep implements Execution {
    /** Failures that need not come again while writers wait. */
    private static final Set<Kind> PASSING = EnumSet.of(Kind.OTHER, Kind.PERMISSION);

    private final Context context;
    private final Dialect dialect;
    private final Stepwise stepwise;
    private final Journal journal;
    private final Connection connection;
    private final DerivedPlan plan;
    private final long run;
    private final RevertOptions options;
    private int isolation;
    private Aftermath aftermath = Aftermath.UNTOUCHED;
    private boolean begun;
    private long asideBefore;
    private final OldNames names;

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
        this.names = new OldNames(plan, journal, run);
    }

    /** A resumed run had come further before. */
    @Override
    public Aftermath aftermath() {
        return begun && !aftermath.staysOpen() ? Aftermath.HALF_WAY : aftermath;
    }

    /** How many connections a run takes at a time, besides its own: one for the safety capture, then those that guard. */
    static int connections(Stepwise stepwise, DerivedPlan plan, RevertOptions options) {
        int guards = exchanges(plan) ? stepwise.guards(plan.kept().size()) : 0;
        return Math.max(1, guards + (isOnline(plan, options) ? 1 : 0));
    }

    private static boolean isOnline(DerivedPlan plan, RevertOptions options) {
        return plan.online().isPossible() && !options.forceOffline();
    }

    private static boolean exchanges(DerivedPlan plan) {
        return plan.steps().stream().anyMatch(s -> s.kind() == StepKind.EXCHANGE);
    }

    @Override
    public Attempt run() throws SQLException {
        isolation = connection.getTransactionIsolation();
        begun = journal.hasDone(connection, run);
        Patience patience = new Patience(dialect, context.listener(), options.lockTimeout(), options.lockPatience());
        boolean online = isOnline(plan, options);
        if (!online && !options.forceOffline() && !plan.online().reasons().isEmpty()) {
            context.listener()
                    .warning("Writers wait while rows are copied: "
                            + plan.online().reason() + ".");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return once(online, patience);
            } catch (RuntimeException e) {
                cleanUp(e);
                throw e;
            } catch (NotOnline e) {
                cleanUp(e);
                if (aftermath != Aftermath.UNTOUCHED) {
                    throw e;
                }
                online = false;
                context.listener().retrying(attempt, context.sessions().words(e) + "; now writers wait");
            } catch (SQLException e) {
                boolean again = online && PASSING.contains(dialect.errors().kind(e));
                cleanUp(e);
                if (aftermath != Aftermath.UNTOUCHED || !again && !patience.isConflict(e)) {
                    throw e;
                }
                online &= !again;
                context.listener().retrying(attempt, context.sessions().words(e) + (again ? "; now writers wait" : ""));
                if (!again) {
                    patience.after(
                            e, patience.blockers(connection, leaving(), LockLevel.WRITERS_WAIT), patience.timeout());
                }
            }
        }
    }

    private void cleanUp(Exception cause) {
        try {
            if (!connection.getAutoCommit()) { // there are drivers that refuse it then
                connection.rollback();
            }
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
            if (aftermath == Aftermath.UNTOUCHED || aftermath == Aftermath.RENAMED) {
                undo();
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            if (aftermath == Aftermath.UNTOUCHED) {
                aftermath = Aftermath.BUILT;
            }
            cause.addSuppressed(e);
        }
    }

    /** As long as no table has left its place. */
    private void undo() throws SQLException {
        try {
            new LeftOver(context)
                    .endNotes(
                            connection,
                            new Patience(dialect, context.listener(), options.lockTimeout(), options.lockPatience()));
        } catch (SQLException e) {
            aftermath = names.isEmpty() ? Aftermath.NOTED : Aftermath.RENAMED;
            throw e;
        }
        dropShadows();
        journal.takeBack(connection, run, asideBefore);
        names.takeBack(connection);
        aftermath = Aftermath.UNTOUCHED;
    }

    private void dropShadows() throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
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

    private Attempt once(boolean online, Patience patience) throws SQLException {
        stepwise.begin(connection, options.lockTimeout());
        if (!stepwise.guardsWholeRun()) {
            return steps(online, patience, null);
        }
        try (WriteBlock block = stepwise.blockWriters(connection, List.of(), touched(), options.lockTimeout())) {
            return steps(online, patience, block);
        }
    }

    private List<Relation> touched() {
        return plan.touched().stream().map(Relation::of).toList();
    }

    /** @param block what keeps writers waiting for the whole run; null where they wait up to the exchange */
    private Attempt steps(boolean online, Patience patience, @Nullable WriteBlock block) throws SQLException {
        Drift.refuse(dialect, connection, plan, options.lockTimeout());
        connection.setAutoCommit(false);
        asideBefore = journal.lastAside(connection);
        journal.interrupted(connection, run);
        List<StepResult> results = new ArrayList<>();
        List<RollbackStep> left = new ArrayList<>(plan.steps());
        RowProof rows = rows(connection);
        if (exchanges(plan)) {
            dropShadows(); // of the same run, when it was interrupted
            while (left.get(0).kind() == StepKind.RENAME) {
                results.add(rename(left.remove(0)));
            }
            int guards = stepwise.guards(leaving().size());
            if (block != null) {
                rows = beside(block, left, results);
            } else if (online) {
                rows = guarded(new ArrayList<>(), guards + 1, others -> online(patience, others, left, results));
            } else {
                rows = guarded(new ArrayList<>(), guards, others -> blocking(others, left, results));
            }
            if (!rows.findings().isEmpty()) {
                undo();
                connection.setAutoCommit(true);
                return new Attempt(false, results, proof().rungsOfRows(rows));
            }
        }
        while (!left.isEmpty()) {
            results.add(change(left.remove(0)));
        }
        List<Rung> rungs = proof().rungs(rows);
        journal.committed(connection, run, dialect.server().position(connection));
        connection.commit();
        connection.setAutoCommit(true);
        return new Attempt(true, results, rungs);
    }

    private RowProof rows(Connection reader) {
        return new RowProof(reader, dialect, plan, context.store(), run, context.listener());
    }

    private AttemptProof proof() {
        return new AttemptProof(context, journal, connection, plan, run, options);
    }

    /** Work that other connections guard. */
    @FunctionalInterface
    private interface Guarded {
        RowProof run(List<Connection> others) throws SQLException;
    }

    private RowProof guarded(List<Connection> others, int more, Guarded work) throws SQLException {
        if (more == 0) {
            return work.run(others);
        }
        return context.sessions().with(other -> {
            others.add(other);
            return guarded(others, more - 1, work);
        });
    }

    private RowProof blocking(List<Connection> guards, List<RollbackStep> left, List<StepResult> results)
            throws SQLException {
        try (WriteBlock block = stepwise.blockWriters(connection, guards, leaving(), options.lockTimeout())) {
            return beside(block, left, results);
        }
    }

    /** Everything up to and with the exchange, while writers wait; not to its end when the proof found differences. */
    private RowProof beside(WriteBlock block, List<RollbackStep> left, List<StepResult> results) throws SQLException {
        while (left.get(0).kind() != StepKind.EXCHANGE) {
            results.add(runner().run(left.remove(0), () -> {}));
        }
        RowProof rows = rows(connection);
        for (RollbackStep step : plan.steps()) {
            rows.before(step);
        }
        connection.commit();
        proof().refuseNewLosses();
        if (rows.findings().isEmpty()) {
            record(results);
            RollbackStep exchange = left.remove(0);
            results.add(exchange(block, exchange, plan.work(exchange)));
        }
        return rows;
    }

    /** The same while they write on. */
    private RowProof online(
            Patience patience, List<Connection> others, List<RollbackStep> left, List<StepResult> results)
            throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        OnlineCopy copy = new OnlineCopy(context, stepwise, connection, plan, run, options, patience, others);
        copy.copy(runner(), left, results);
        RowProof rows = rows(copy.moment());
        copy.prove(rows);
        if (journal.lastAside(connection) > asideBefore) {
            throw new NotOnline("rows that do not fit are set aside, which is done for all of them at once");
        }
        record(results);
        RollbackStep exchange = left.remove(0);
        copy.exchange((Work.Exchange) plan.work(exchange), (block, work) -> {
            journal.interrupted(connection, run); // an earlier try that did not come to it
            results.add(exchange(block, exchange, work));
        });
        connection.setTransactionIsolation(isolation);
        return rows;
    }

    private void record(List<StepResult> results) throws SQLException {
        results.forEach(r -> journal.step(connection, run, r));
        journal.keep(connection, run, plan);
        connection.commit();
    }

    /** The statement waits for the block, and the block is given up once it waits: no writer comes in between. */
    private StepResult exchange(WriteBlock block, RollbackStep step, Work work) throws SQLException {
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
            StepResult result = change(step, work);
            handed.join();
            return result;
        } catch (CompletionException e) {
            throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
        } catch (SQLException e) {
            tellWhyStillBlocked(handed, e);
            throw e;
        }
    }

    private static void tellWhyStillBlocked(CompletableFuture<Void> handed, SQLException failure) {
        try {
            handed.getNow(null);
        } catch (CompletionException e) {
            failure.addSuppressed(e.getCause());
        }
    }

    private StepResult rename(RollbackStep step) throws SQLException {
        StepResult result = change(step);
        names.add(step);
        aftermath = Aftermath.RENAMED;
        return result;
    }

    private StepResult change(RollbackStep step) throws SQLException {
        return change(step, plan.work(step));
    }

    /** A step that changes what is live; recorded before and after. */
    private StepResult change(RollbackStep step, Work work) throws SQLException {
        journal.intent(connection, run, step);
        connection.commit();
        Aftermath before = aftermath;
        StepResult result;
        try {
            aftermath = Aftermath.HALF_WAY;
            result = runner().run(step, work, () -> {});
        } catch (SQLException e) {
            boolean refused = dialect.errors().kind(e) != Kind.CONNECTION;
            if (refused && work.sql().size() == 1) {
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
