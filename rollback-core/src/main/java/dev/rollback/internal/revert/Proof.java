// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.capture.Backup;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.verify.Ladder;
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
    private final Patience patience;

    Proof(Context context, Connection connection, Patience patience) {
        this.context = context;
        this.connection = connection;
        this.patience = patience;
    }

    Verification after(DerivedPlan plan, long run, Attempt attempt) throws SQLException {
        return proven(plan, ladder -> {
            List<Rung> rungs = new ArrayList<>(attempt.rungs());
            rungs.addAll(ladder.others(context.checks()));
            Backup backup = plan.input().backup();
            if (backup != null) {
                ladder.remember(backup, run);
            }
            return rungs;
        });
    }

    /** For a plan without steps: the structure is compared all the same. */
    Verification unchanged(DerivedPlan plan) throws SQLException {
        return proven(plan, ladder -> {
            List<Rung> rungs = new ArrayList<>(ladder.structure(plan.wanted()));
            rungs.addAll(ladder.others(context.checks()));
            return rungs;
        });
    }

    /** Climbs rungs. */
    @FunctionalInterface
    private interface Climb {
        List<Rung> up(Ladder ladder) throws SQLException;
    }

    /** All rungs look at one moment. */
    private Verification proven(DerivedPlan plan, Climb climb) throws SQLException {
        return patience.reading(connection, c -> {
            context.dialect().server().beginSnapshot(c, patience.timeout());
            DatabaseModel live = context.dialect().reader().read(c, plan.scopeAfter());
            Ladder ladder = new Ladder(c, context, plan.input().snapshot(), live);
            List<Rung> rungs = climb.up(ladder);
            c.commit();
            c.setAutoCommit(true);
            return new Verification(plan.target(), rungs);
        });
    }
}
