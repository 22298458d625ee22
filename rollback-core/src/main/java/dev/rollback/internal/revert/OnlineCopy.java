// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport.StepResult;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Following;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Stepwise;
import dev.rollback.dialect.Stepwise.Move;
import dev.rollback.dialect.Stepwise.WriteBlock;
import dev.rollback.internal.Context;
import dev.rollback.internal.Drift;
import dev.rollback.internal.Patience;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Work;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything up to and with the exchange, while others go on writing: their keys are noted, rows are copied in short transactions
 * and copied again when they were written meanwhile. All rows are proven in the snapshot of a moment; at the end writers wait until
 * the last notes are worked off, the rows written since that moment are proven too, and the tables have changed places.
 */
final class OnlineCopy {
    private final Context context;
    private final Dialect dialect;
    private final Stepwise stepwise;
    private final Connection connection;
    private final DerivedPlan plan;
    private final long run;
    private final RevertOptions options;
    private final Patience patience;
    private final Followers followers;
    private final CatchUp catchUp;
    private final List<Connection> guards;
    private final Sentry sentry;

    /**
     * @param others connections that do nothing else meanwhile: as many as keep writers waiting, and one more
     */
    OnlineCopy(
            Context context,
            Stepwise stepwise,
            Connection connection,
            DerivedPlan plan,
            long run,
            RevertOptions options,
            Patience patience,
            List<Connection> others)
            throws SQLException {
        this.context = context;
        this.dialect = context.dialect();
        this.stepwise = stepwise;
        this.connection = connection;
        this.plan = plan;
        this.run = run;
        this.options = options;
        this.patience = patience;
        Following following = stepwise.following().orElseThrow();
        this.followers =
                Followers.of(following, connection, plan, context.store().schema(), run);
        this.catchUp = new CatchUp(connection, followers.all(), dialect.errors(), context.listener());
        this.guards = others.subList(0, others.size() - 1);
        this.sentry =
                new Sentry(others.get(others.size() - 1), stepwise, following, dialect.server(), options.lockTimeout());
    }

    /** Runs steps beside the live tables, until the exchange. */
    void copy(StepRunner runner, List<RollbackStep> left, List<StepResult> results) throws SQLException {
        patience.again(connection, followers.live(), LockLevel.ALL_WAIT, c -> {
            followers.begin();
            return true;
        });
        watch();
        while (left.get(0).kind() != StepKind.EXCHANGE) {
            RollbackStep step = left.remove(0);
            results.add(runner.run(step, () -> {}));
            if (step.kind() == StepKind.COPY_ROWS) {
                followers.of(step.object()).removeTouched();
            }
        }
        catchUp.untilFewAreLeft();
    }

    /** From now on no structure changes, and it is what the plan starts from. */
    private void watch() throws SQLException {
        sentry.watch(followers.live());
        if (plan.steps().get(0).kind() != StepKind.RENAME) { // after which names are not those of the plan any more
            Drift.refuse(dialect, connection, plan);
        }
        connection.setAutoCommit(false);
    }

    /** Looks at all rows in a moment's state, while others write on. */
    void prove(RowProof rows) throws SQLException {
        patience.again(connection, followers.live(), LockLevel.WRITERS_WAIT, c -> {
            c.setAutoCommit(false);
            try (WriteBlock block =
                    stepwise.blockWriters(connection, guards, followers.live(), options.lockTimeout())) {
                catchUp.drain();
                sentry.remember(followers.relations());
                followers.forgetRecent();
            }
            return true;
        });
        for (RollbackStep step : plan.steps()) {
            rows.before(step);
        }
        if (!rows.findings().isEmpty()) {
            throw new NotOnline(
                    "the proof found a difference: " + rows.findings().get(0));
        }
        catchUp.untilFewAreLeft();
    }

    /** The session in which rows can be proven. */
    Connection moment() {
        return sentry.connection();
    }

    /** What is to be done while writers wait. */
    @FunctionalInterface
    interface HandOver {
        void exchange(WriteBlock block, Work.Exchange work) throws SQLException;
    }

    /** Tries again and again, and keeps the copy up to date meanwhile. */
    void exchange(Work.Exchange work, HandOver handOver) throws SQLException {
        List<Relation> leaving =
                plan.kept().stream().map(k -> Relation.of(k.from())).toList();
        boolean exchanged = false;
        while (!exchanged) {
            try (WriteBlock block = stepwise.blockWriters(connection, guards, leaving, options.lockTimeout())) {
                proveRest();
                sentry.leave();
                followers.continueNumbers();
                handOver.exchange(
                        block, new Work.Exchange(within(work.moves()), stepwise.exchange(within(work.moves()))));
                exchanged = true;
            } catch (SQLException e) {
                if (!patience.isConflict(e)) {
                    throw e;
                }
                connection.rollback();
                sentry.leave(); // whoever waits for it may be who is in the way
                patience.after(e, patience.blockers(connection, leaving, LockLevel.ALL_WAIT), patience.timeout());
                watch();
                catchUp.untilFewAreLeft();
            }
        }
        settle(work.moves());
    }

    /** Rows written since all were proven, and the number of all rows: a table may have been emptied unseen. */
    private void proveRest() throws SQLException {
        catchUp.drain();
        sentry.check();
        for (Follower follower : followers.all()) {
            long live = number(follower.live());
            long copied = number(follower.shadow());
            if (live != copied || !follower.isSameRecently()) {
                throw new NotOnline("the rows of " + follower.table().path() + " (" + live
                        + ") and those that were copied (" + copied + ") are not the same");
            }
        }
        connection.commit();
    }

    private long number(Relation relation) throws SQLException {
        try (var statement = Queries.statement(connection);
                var row = statement.executeQuery(dialect.rows().count(relation))) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A table whose writes are noted cannot leave its schema. */
    private List<Move> within(List<Move> moves) {
        List<Move> within = new ArrayList<>();
        for (Move move : moves) {
            within.add(
                    followers.live().contains(move.from())
                            ? new Move(
                                    move.from(),
                                    new Relation(move.from().schema(), move.to().name()))
                            : move);
        }
        return within.stream()
                .map(m -> new Move(followers.named(m.from()), followers.named(m.to())))
                .toList();
    }

    private void settle(List<Move> moves) throws SQLException {
        followers.end();
        List<Move> left = moves.stream()
                .filter(m -> followers.live().contains(m.from())
                        && !m.to().schema().equals(m.from().schema()))
                .map(m -> new Move(m.from(), followers.named(m.to())))
                .toList();
        stepwise.settle(connection, Settling.names(run), context.schemas(), left);
    }
}
