// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.capture.Backup;
import dev.rollback.internal.Context;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.verify.Ladder;
import dev.rollback.internal.verify.StructureCheck;
import dev.rollback.model.DatabaseModel;
import dev.rollback.verify.Verification;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The proof after a run: what was proven inside its transaction, and the rungs that can be climbed without locks. */
final class Proof {
    private final Context context;
    private final Connection connection;

    Proof(Context context, Connection connection) {
        this.context = context;
        this.connection = connection;
    }

    Verification after(DerivedPlan plan, long run, Attempt attempt) throws SQLException {
        DatabaseModel live = live(plan);
        Ladder ladder = new Ladder(
                connection, context.dialect(), context.store(), plan.input().snapshot(), live);
        List<Rung> rungs = new ArrayList<>(attempt.rungs());
        rungs.addAll(ladder.others(context.checks()));
        Backup backup = plan.input().backup();
        if (backup != null) {
            ladder.remember(backup, run);
        }
        return new Verification(plan.target(), rungs);
    }

    /** For a plan without steps: the structure is compared all the same. */
    Verification unchanged(DerivedPlan plan) throws SQLException {
        DatabaseModel live = live(plan);
        List<Rung> rungs = new ArrayList<>(StructureCheck.compare(plan.input().snapshot(), live, plan.wanted()));
        rungs.addAll(new Ladder(
                        connection,
                        context.dialect(),
                        context.store(),
                        plan.input().snapshot(),
                        live)
                .others(context.checks()));
        return new Verification(plan.target(), rungs);
    }

    private DatabaseModel live(DerivedPlan plan) throws SQLException {
        return context.dialect().reader().read(connection, plan.scopeAfter());
    }
}
