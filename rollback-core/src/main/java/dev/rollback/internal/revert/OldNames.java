// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Queries;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Work;
import dev.rollback.plan.RollbackStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/** Names that tables have back before the exchange, and lose again when it is not reached. */
final class OldNames {
    private final DerivedPlan plan;
    private final Journal journal;
    private final long run;
    /** The last one first. */
    private final Deque<RollbackStep> renamed = new ArrayDeque<>();

    OldNames(DerivedPlan plan, Journal journal, long run) {
        this.plan = plan;
        this.journal = journal;
        this.run = run;
    }

    boolean isEmpty() {
        return renamed.isEmpty();
    }

    void add(RollbackStep rename) {
        renamed.push(rename);
    }

    void takeBack(Connection connection) throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
            for (RollbackStep step = renamed.peek(); step != null; step = renamed.peek()) {
                for (String sql : ((Work.Rename) plan.work(step)).back()) {
                    statement.execute(sql);
                }
                journal.undone(connection, run, step);
                renamed.pop();
            }
        }
    }
}
