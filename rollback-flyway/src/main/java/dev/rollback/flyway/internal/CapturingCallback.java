// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackException;
import dev.rollback.RollbackReport;
import dev.rollback.flyway.RestorePoint;
import dev.rollback.plan.RollbackPlan;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures before migrations. It does so when the first one begins and not before: only then has this node the lock of the history
 * table, so that of several nodes that start at once one captures, and what it captures is what it migrates.
 */
public final class CapturingCallback implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(CapturingCallback.class);

    private final Engine engine;
    /** Flyway runs a {@code migrate} on one thread. */
    private final ThreadLocal<List<RestorePoint>> taken = ThreadLocal.withInitial(ArrayList::new);

    public CapturingCallback(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE
                || event == Event.BEFORE_EACH_MIGRATE
                || event == Event.AFTER_MIGRATE
                || event == Event.AFTER_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return false;
    }

    @Override
    public String getCallbackName() {
        return "rollback";
    }

    @Override
    public void handle(Event event, Context context) {
        if (event == Event.BEFORE_MIGRATE) {
            taken.remove();
        } else if (event == Event.BEFORE_EACH_MIGRATE) {
            before(context);
        } else if (event == Event.AFTER_MIGRATE) {
            mark();
            taken.remove();
            prune();
        } else {
            failed();
            taken.remove();
        }
    }

    /** A group of migrations is one transaction, whose locks a second capture would wait for. */
    private void before(Context context) {
        boolean each = engine.settings().eachMigration() && !engine.flyway().isGroup();
        if (taken.get().isEmpty() || each) {
            engine.rollback().requireIdle();
            History history = engine.history();
            warnOfUnrecorded(history);
            RestorePoint point = engine.points().capture(context.getMigrationInfo(), history);
            taken.get().add(point);
            LOG.info("Captured {}", point);
        }
    }

    /** A process that was killed in a migration leaves changes and no row, where changes commit by themselves. */
    private void warnOfUnrecorded(History history) {
        engine.points().all().stream()
                .filter(p -> taken.get().stream().noneMatch(t -> t.label().equals(p.label())))
                .filter(p -> p.rank() == history.lastRank())
                .filter(p -> !engine.rollback().verifyStructure(p.label()).isClean())
                .findFirst()
                .ifPresent(p -> LOG.warn(
                        "The structure has changed since {} was captured, and no row of {} tells of a migration. If one was"
                                + " interrupted there, FlywayRollback.undoFailed() takes back what it left.",
                        p,
                        engine.table().path()));
    }

    /** Without the mark a rollback knows less about rows, and works all the same. */
    private void mark() {
        for (RestorePoint point : taken.get()) {
            try {
                engine.rollback().markMigrated(point.label());
            } catch (RollbackException e) {
                LOG.warn("The end of the migration after {} could not be marked: {}", point, e.getMessage());
            }
        }
    }

    private void prune() {
        int days = engine.settings().keepDays();
        if (days >= 0) {
            engine.rollback().prune(days);
        }
    }

    /** Whatever happens here, the host gets Flyway's own failure. */
    private void failed() {
        List<RestorePoint> points = taken.get();
        mark();
        if (points.isEmpty() || !engine.settings().healing()) {
            return;
        }
        RestorePoint point = points.get(points.size() - 1);
        try {
            RollbackPlan plan = engine.plan(point, engine.history(), List.of());
            if (!plan.isEmpty()) {
                RollbackReport report = engine.revert(plan, healing(point));
                LOG.warn("The migration failed; back at {}:\n{}", point, report.toText());
            }
        } catch (RollbackException e) {
            LOG.error(
                    "The migration failed, and the way back to {} too. Look at FlywayRollback.planUndoFailed().",
                    point,
                    e);
        }
    }

    /** Nothing but the migration wrote into what it added; it is put aside all the same. */
    private RevertOptions healing(RestorePoint point) {
        RevertOptions options = engine.settings().options();
        return RevertOptions.builder()
                .allowDataLoss(true)
                .operator(options.operator())
                .reason("a migration failed: back to before " + point.before())
                .ticket(options.ticket())
                .lockTimeout(options.lockTimeout())
                .lockPatience(options.lockPatience())
                .build();
    }
}
