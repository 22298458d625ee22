// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RollbackRefusedException;
import dev.rollback.dialect.Session;
import dev.rollback.internal.Context;
import dev.rollback.revert.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run at a time: says who is running, and which run was left open. */
public final class RunGuard {
    private final Context context;
    private final Journal journal;

    public RunGuard(Context context, Journal journal) {
        this.context = context;
        this.journal = journal;
    }

    /** The session that runs something now, in words; empty when nobody does, so that open runs were interrupted. */
    public Optional<Session> runner(Connection connection) throws SQLException {
        return context.dialect()
                .server()
                .locks()
                .holder(connection, context.store().schema());
    }

    /**
     * Asks what can be asked before the lock is taken.
     *
     * @param resumed the open run to go on with; null for a new one
     */
    public void refuse(Connection connection, @Nullable Long resumed) throws SQLException {
        Optional<Session> runner = runner(connection);
        if (runner.isPresent()) {
            throw running(connection, runner.get());
        }
        refuseOpen(connection, resumed);
    }

    /** The lock was not to be had. */
    RollbackRefusedException running(Connection connection) throws SQLException {
        return running(connection, runner(connection).orElse(null));
    }

    private RollbackRefusedException running(Connection connection, @Nullable Session runner) throws SQLException {
        String who = runner == null ? "in another session" : "in " + runner.who();
        List<Run> open = open(connection);
        String what = open.isEmpty() ? "A run is beginning " + who : words(open.get(0)) + " is running " + who;
        return new RollbackRefusedException(what + ". Wait until it ends; 'status' shows it.");
    }

    /** Under the lock nobody else runs: what is open was interrupted. */
    void refuseOpen(Connection connection, @Nullable Long resumed) throws SQLException {
        List<Run> open = open(connection);
        String wanted = String.valueOf(resumed);
        if (resumed != null && open.stream().noneMatch(r -> r.id().equals(wanted))) {
            throw new RollbackRefusedException(
                    "Run " + resumed + " was ended by somebody else meanwhile; 'history' shows how.");
        }
        List<String> others = open.stream()
                .filter(r -> !r.id().equals(wanted))
                .map(r -> words(r) + " was interrupted and is still open. Continue it with 'resume " + r.id()
                        + "' first.")
                .toList();
        if (!others.isEmpty()) {
            throw new RollbackRefusedException(others);
        }
    }

    private List<Run> open(Connection connection) throws SQLException {
        return journal.runs(connection).stream()
                .filter(r -> r.state() == Run.State.OPEN)
                .toList();
    }

    private static String words(Run run) {
        return "Run " + run.id() + " to '" + run.target() + "'"
                + (run.operator().isBlank() ? "" : ", begun by " + run.operator())
                + (run.operator().isBlank() ? ", begun " : " ") + "at "
                + run.started().truncatedTo(ChronoUnit.SECONDS) + ",";
    }
}
