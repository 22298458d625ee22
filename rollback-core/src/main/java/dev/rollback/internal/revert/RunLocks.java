// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Session;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Patience.Standoff;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.RollbackStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The locks of a run. At first writers wait and readers go on, while rows are copied; before the first step for which readers have
 * to wait too, all tables that it comes to are locked at once, again and again under a savepoint, so that no copy is thrown away
 * because of a long reader. Who reads and then wants to write waits for the run while the run waits for it: then everything is
 * undone, and the next attempt takes the strong locks first, when nobody can be waiting for it.
 */
final class RunLocks {
    private static final Set<ObjectKind> LOCKED =
            Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private final Dialect dialect;
    private final Patience patience;
    private final Set<Relation> all = new HashSet<>();
    private final Set<Relation> exclusive = new HashSet<>();
    private boolean atOnce;
    private boolean taken;
    private boolean raised;

    RunLocks(Dialect dialect, Patience patience, DerivedPlan plan) {
        this.dialect = dialect;
        this.patience = patience;
        plan.touched().forEach(id -> all.add(Relation.of(id)));
        DatabaseModel live = plan.input().live();
        Map<ObjectId, SchemaObject> byOldName = new HashMap<>();
        live.objects().forEach(o -> byOldName.put(plan.oldName(o.id()), o));
        for (RollbackStep step : plan.steps()) {
            for (Relation relation : relations(step.object(), plan, byOldName)) {
                all.add(relation);
                if (step.lock() == LockLevel.ALL_WAIT) {
                    exclusive.add(relation);
                }
            }
        }
    }

    /** Live tables and views that a step comes to: of a foreign key both ends. */
    private static List<Relation> relations(ObjectId id, DerivedPlan plan, Map<ObjectId, SchemaObject> byOldName) {
        List<ObjectId> ids = new ArrayList<>();
        ids.add(id.table() == null ? id : ObjectId.table(id.schema(), id.table()));
        for (SchemaObject object : new SchemaObject[] {
            byOldName.get(id), plan.input().snapshot().find(id).orElse(null)
        }) {
            if (object instanceof Constraint key && key.references() != null) {
                ids.add(key.references());
            }
        }
        return ids.stream()
                .map(byOldName::get)
                .filter(o -> o != null && LOCKED.contains(o.id().kind()))
                .map(o -> Relation.of(root(o, plan.input().live())))
                .toList();
    }

    /** A partition is locked with its whole table, so that the order is always from above. */
    private static ObjectId root(SchemaObject object, DatabaseModel live) {
        SchemaObject at = object;
        while (at instanceof Table table && table.partitionOf() != null && live.contains(table.partitionOf())) {
            at = live.table(table.partitionOf()).orElseThrow();
        }
        return at.id();
    }

    /** At the beginning of the transaction of an attempt. */
    void begin(Connection connection) throws SQLException {
        taken = false;
        raised = false;
        if (atOnce) {
            dialect.server().locks().take(connection, exclusive, LockLevel.ALL_WAIT, true);
            raised = true;
        }
        dialect.server().locks().take(connection, all, LockLevel.WRITERS_WAIT, true);
        taken = true;
    }

    /**
     * Before each step. Who queues for a lock while it holds others may bring a deadlock on whoever it waits for, so nobody is
     * queued for who stays: only when it is another transaction each time does a place in the queue help.
     */
    void before(Connection connection, RollbackStep step) throws SQLException {
        boolean queue = false;
        Set<String> seen = Set.of();
        while (!raised && step.lock() == LockLevel.ALL_WAIT) {
            refuseStandoff(connection);
            Savepoint unraised = connection.setSavepoint();
            try {
                dialect.server().locks().take(connection, exclusive, LockLevel.ALL_WAIT, queue);
                connection.releaseSavepoint(unraised);
                raised = true;
            } catch (SQLException e) {
                if (!patience.isConflict(e)) {
                    throw e;
                }
                connection.rollback(unraised);
                List<Session> sessions = refuseStandoff(connection);
                patience.after(e, sessions, queue ? patience.timeout() : Duration.ZERO);
                Set<String> now =
                        sessions.stream().map(s -> s.name() + " " + s.since()).collect(Collectors.toSet());
                queue = !seen.isEmpty() && Collections.disjoint(seen, now);
                seen = now;
            }
        }
    }

    /** To wait would only end when the server breaks the deadlock, and it may choose the other session. */
    private List<Session> refuseStandoff(Connection connection) throws SQLException {
        List<Session> sessions = patience.blockers(connection, exclusive, LockLevel.ALL_WAIT);
        for (Session session : sessions) {
            if (session.waitsForUs()) {
                throw new Standoff(session);
            }
        }
        return sessions;
    }

    /** After an attempt was undone because of a conflict: waits for the others, and locks more carefully next time. */
    void after(Connection connection, SQLException conflict) throws SQLException {
        boolean strong = atOnce || taken;
        List<Session> sessions = patience.blockers(
                connection, strong ? exclusive : all, strong ? LockLevel.ALL_WAIT : LockLevel.WRITERS_WAIT);
        if (taken) {
            exclusive.addAll(all);
            atOnce = true;
        }
        patience.after(conflict, sessions, patience.timeout());
    }
}
