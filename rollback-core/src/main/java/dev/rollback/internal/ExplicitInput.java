// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RestoreMode;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Scope;
import dev.rollback.internal.capture.SchemaBackups;
import dev.rollback.internal.plan.ExplicitTarget;
import dev.rollback.internal.plan.LastWriter;
import dev.rollback.internal.plan.Mark;
import dev.rollback.internal.plan.PlanInput;
import dev.rollback.internal.revert.Housekeeping;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.plan.ExplicitPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an explicit plan is made of: the live database, and what it becomes by the wishes. */
record ExplicitInput(Context context, SchemaBackups backups, Housekeeping housekeeping) {

    /**
     * @param safety the safety capture that knows the structure from which the wishes go out; empty for the live one
     */
    PlanInput of(Connection connection, ExplicitPlan explicit, String safety) throws SQLException {
        Schemas.requireLive(context.dialect(), connection, context.schemas());
        context.dialect().server().beginSnapshot(connection, Patience.READ_TIMEOUT);
        DatabaseModel live = LiveModel.read(
                context.dialect(),
                connection,
                Scope.of(context.schemas()),
                context.store().schema());
        Optional<DatabaseModel> before = Optional.empty();
        if (explicit.changes().stream().anyMatch(c -> c instanceof ExplicitPlan.RemovePartitioning)) {
            before = housekeeping.newestModel(connection);
        }
        DatabaseModel start =
                safety.isEmpty() ? live : backups.require(connection, safety).model();
        refuseNewTables(start, live);
        ExplicitTarget target = new ExplicitTarget(start, before);
        DatabaseModel wanted = consistent(target.apply(explicit), start);
        refuseDependents(
                connection,
                target.droppedColumns().stream()
                        .filter(d -> live.table(d.getKey())
                                .flatMap(t -> t.column(d.getValue()))
                                .isPresent())
                        .toList());
        return new PlanInput(
                context.dialect(),
                target.words(),
                wanted,
                null,
                live,
                RestoreMode.MERGE,
                Set.of(),
                List.of(),
                context.store().schema(),
                context.dialect()
                        .server()
                        .sizes(connection, live.all(Table.class).map(Table::id).toList()),
                LastWriter.UNKNOWN,
                Mark.NONE);
    }

    /** Tables that lost a key or got one say so themselves. */
    private DatabaseModel consistent(DatabaseModel wanted, DatabaseModel start) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : wanted.objects()) {
            boolean changed =
                    object instanceof Table && !wanted.partsOf(object.id()).equals(start.partsOf(object.id()));
            objects.add(
                    changed && object instanceof Table table
                            ? context.dialect().ddl().withParts(table, wanted.partsOf(table.id()))
                            : object);
        }
        return wanted.withObjects(objects);
    }

    /** An explicit plan drops nothing that it does not name. */
    private static void refuseNewTables(DatabaseModel start, DatabaseModel live) {
        List<String> made = live.all(Table.class)
                .filter(t -> start.table(t.id()).isEmpty())
                .map(t -> "Table " + t.id().path() + " was made since the run began. Drop or move it, then resume.")
                .toList();
        if (!made.isEmpty()) {
            throw new RollbackRefusedException(made);
        }
    }

    private void refuseDependents(Connection connection, List<Map.Entry<ObjectId, String>> columns)
            throws SQLException {
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<ObjectId, String> column : columns) {
            for (String name : context.dialect().server().dependents(connection, column.getKey(), column.getValue())) {
                reasons.add("Column " + column.getValue() + " of "
                        + column.getKey().path() + " is needed by " + name + ". Drop that first.");
            }
        }
        if (!reasons.isEmpty()) {
            throw new RollbackRefusedException(reasons);
        }
    }
}
