// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackRefusedException;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.SchemaObject;
import dev.rollback.plan.ClosingStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the schema is still the one that a plan was made for. */
public final class Drift {
    private static final int NAMED = 20;
    private static final long PAUSE_MILLIS = 100;

    private Drift() {}

    /**
     * @throws RollbackRefusedException when the schema has changed, naming what
     */
    public static void refuse(Dialect dialect, Connection connection, DerivedPlan plan) throws SQLException {
        refuse(connection, plan, live(dialect, connection, plan));
    }

    /**
     * Looks again for a while: where structure is not part of a transaction, a table that another session empties or alters is
     * missing from the catalog for a moment.
     *
     * @throws RollbackRefusedException when the schema is still another one after that while, naming what has changed
     */
    public static void refuse(Dialect dialect, Connection connection, DerivedPlan plan, Duration patience)
            throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        DatabaseModel live = live(dialect, connection, plan);
        while (!live.fingerprint().equals(plan.startsFrom()) && System.nanoTime() < end) {
            pause();
            live = live(dialect, connection, plan);
        }
        refuse(connection, plan, live);
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while another session changed the structure", e);
        }
    }

    private static DatabaseModel live(Dialect dialect, Connection connection, DerivedPlan plan) throws SQLException {
        return LiveModel.read(
                dialect, connection, plan.scopeBefore(), plan.input().backupSchema());
    }

    private static void refuse(Connection connection, DerivedPlan plan, DatabaseModel live) throws SQLException {
        if (!live.fingerprint().equals(plan.startsFrom())) {
            throw new RollbackRefusedException(reasons(plan.objectHashes(), live));
        }
        for (ClosingStep step : plan.input().closing()) {
            refuse(connection, step);
        }
    }

    private static void refuse(Connection connection, ClosingStep step) throws SQLException {
        if (step.guard().isEmpty()) {
            return;
        }
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(step.guard())) {
            if (!row.next() || !step.expected().equals(row.getString(1))) {
                throw new RollbackRefusedException("The database has drifted from the plan: " + step.schema() + "."
                        + step.table() + " is not the one that the plan was made for. Make a new plan.");
            }
        }
    }

    /** What is different from the objects that a plan was made for. */
    static List<String> reasons(Map<String, String> before, DatabaseModel live) {
        Map<String, String> now = new TreeMap<>();
        for (SchemaObject object : live.objects()) {
            now.put(object.id().toString(), Fingerprint.of(object));
        }
        List<String> reasons = new ArrayList<>();
        before.forEach((object, hash) -> {
            if (!now.containsKey(object)) {
                reasons.add("The database has drifted from the plan: " + object + " is gone.");
            } else if (!hash.equals(now.get(object))) {
                reasons.add("The database has drifted from the plan: " + object + " has changed.");
            }
        });
        now.keySet().stream()
                .filter(object -> !before.containsKey(object))
                .forEach(object -> reasons.add("The database has drifted from the plan: " + object + " is new."));
        if (reasons.size() > NAMED) {
            int more = reasons.size() - NAMED;
            reasons.subList(NAMED, reasons.size()).clear();
            reasons.add("And " + more + " more objects.");
        }
        reasons.add("Make a new plan.");
        return reasons;
    }
}
