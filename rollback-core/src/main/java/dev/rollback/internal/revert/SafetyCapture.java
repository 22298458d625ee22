// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.capture.Backup;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.internal.capture.Capturing;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Work;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.RollbackStep;
import dev.rollback.plan.StepKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/**
 * Captures, before the first change, the structure and the rows of every table that is changed in place. Tables that leave
 * their place are kept themselves and need no copy.
 */
final class SafetyCapture {
    private final Context context;
    private final Journal journal;

    SafetyCapture(Context context, Journal journal) {
        this.context = context;
        this.journal = journal;
    }

    String capture(Connection connection, DerivedPlan plan, long run, Patience patience) throws SQLException {
        String before = journal.safetyOf(connection, run);
        if (!before.isEmpty()) {
            return before;
        }
        String label = "safety-run-" + run;
        TreeSet<String> tables = new TreeSet<>();
        for (RollbackStep step : plan.steps()) {
            boolean changesRows = plan.work(step) instanceof Work.Rows || step.kind() == StepKind.ALTER;
            if (changesRows && step.object().table() == null) {
                live(plan, step.object()).ifPresent(id -> tables.add(id.path()));
            }
        }
        List<String> schemas = context.dialect()
                .server()
                .existingSchemas(connection, schemasOf(plan.input().live()));
        CaptureOptions options = tables.isEmpty()
                ? CaptureOptions.of(label).withStructureOnly()
                : CaptureOptions.of(label).withTables(List.copyOf(tables));
        new Capturing(
                        context.sessions(),
                        context.dialect(),
                        context.store(),
                        schemas,
                        context.listener(),
                        Backup.Origin.SAFETY,
                        patience)
                .capture(connection, options);
        journal.safety(connection, run, label);
        return label;
    }

    /** Those that were asked for, and those that hold objects that the migration moved. */
    private static TreeSet<String> schemasOf(DatabaseModel live) {
        TreeSet<String> schemas = new TreeSet<>(live.schemas());
        live.all(Table.class).forEach(t -> schemas.add(t.id().schema()));
        return schemas;
    }

    /** The live table of a step; empty when it leaves its place and is kept, or does not exist yet. */
    private static java.util.Optional<ObjectId> live(DerivedPlan plan, ObjectId table) {
        boolean kept = plan.kept().stream().anyMatch(k -> k.from().equals(table));
        return kept
                ? java.util.Optional.empty()
                : plan.input()
                        .live()
                        .all(Table.class)
                        .filter(t -> plan.oldName(t.id()).equals(table))
                        .map(Table::id)
                        .findFirst();
    }
}
