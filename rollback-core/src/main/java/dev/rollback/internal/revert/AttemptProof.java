// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport.Quarantined;
import dev.rollback.internal.Context;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.report.Words;
import dev.rollback.internal.verify.StructureCheck;
import dev.rollback.model.DatabaseModel;
import dev.rollback.plan.Loss;
import dev.rollback.revert.Phase;
import dev.rollback.verify.Finding;
import dev.rollback.verify.Level;
import dev.rollback.verify.Verification.Rung;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What an attempt must prove before it may stand. */
final class AttemptProof {
    private final Context context;
    private final Journal journal;
    private final Connection connection;
    private final DerivedPlan plan;
    private final long run;
    private final RevertOptions options;

    AttemptProof(
            Context context,
            Journal journal,
            Connection connection,
            DerivedPlan plan,
            long run,
            RevertOptions options) {
        this.context = context;
        this.journal = journal;
        this.connection = connection;
        this.plan = plan;
        this.run = run;
        this.options = options;
    }

    List<Rung> rungs(RowProof rows) throws SQLException {
        context.listener().working(Phase.PROVING, "the structure");
        DatabaseModel live = context.dialect().reader().read(connection, plan.scopeAfter());
        List<Rung> rungs = new ArrayList<>(StructureCheck.compare(plan.input().snapshot(), live, plan.wanted()));
        rungs.addAll(rungsOfRows(rows));
        return rungs;
    }

    List<Rung> rungsOfRows(RowProof rows) {
        return List.of(
                rung(Level.COUNTS, rows.counted(), rows.findings()),
                rung(Level.CHECKSUMS, rows.summed(), rows.findings()));
    }

    static boolean isClean(List<Rung> rungs) {
        return rungs.stream().allMatch(r -> r.findings().isEmpty());
    }

    private static Rung rung(Level level, long compared, List<Finding> findings) {
        return new Rung(
                level,
                compared,
                findings.stream().filter(f -> f.level() == level).toList(),
                "");
    }

    /** Rows that were written after the plan was made may not fit either: more losses need a new word. */
    void refuseNewLosses() {
        long planned = plan.losses().stream()
                .filter(l -> l.kind() != Loss.Kind.KEPT_AS_IS)
                .mapToLong(Loss::rows)
                .sum();
        List<Quarantined> found = journal.quarantined(connection, run);
        long rows = found.stream().mapToLong(Quarantined::rows).sum();
        if (rows > planned && !options.allowDataLoss()) {
            List<String> reasons = new ArrayList<>();
            found.forEach(q -> reasons.add(
                    Words.rows(q.rows()) + " of " + q.table() + " not fitting the old table: " + q.reason() + "."));
            reasons.add("The plan expected " + planned + " such rows. Everything was undone; make a new plan.");
            throw new RollbackRefusedException(reasons);
        }
    }
}
