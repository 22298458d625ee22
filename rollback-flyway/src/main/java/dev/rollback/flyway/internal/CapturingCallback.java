// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.flyway.RestorePoint;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.tool.ToolBackups;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;
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
    private final ThreadLocal<Migrating> migrating = ThreadLocal.withInitial(Migrating::new);

    public CapturingCallback(Engine engine) {
        this.engine = engine;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return switch (event) {
            case BEFORE_MIGRATE, BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_MIGRATE, AFTER_MIGRATE_ERROR -> true;
            default -> false;
        };
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
        switch (event) {
            case BEFORE_MIGRATE -> migrating.remove();
            case BEFORE_EACH_MIGRATE -> before(migrating.get(), context.getMigrationInfo());
            case AFTER_EACH_MIGRATE -> migrating.get().ends();
            case AFTER_MIGRATE -> {
                mark(migrating.get());
                migrating.remove();
                prune();
            }
            default -> failed(migrating.get());
        }
    }

    /**
     * Why the last {@code migrate} of this thread, which failed, was not taken back; asked once.
     */
    public Optional<RuntimeException> unhealed() {
        Optional<RuntimeException> why = migrating.get().unhealed();
        migrating.remove();
        return why;
    }

    /** A group of migrations is one transaction, whose locks a second capture would wait for. */
    private void before(Migrating now, MigrationInfo next) {
        boolean group = engine.flyway().isGroup();
        if (now.last().isEmpty() || !group) {
            History history = engine.history();
            if (now.last().isEmpty() || engine.settings().eachMigration() || !now.isAlone(history)) {
                engine.rollback().requireIdle();
                warnOfUnrecorded(now, history);
                RestorePoint point = engine.points().capture(next, history);
                now.captured(point);
                LOG.info("Captured {}", point);
            }
        }
        now.begins(next.getScript());
    }

    /** A process that was killed in a migration leaves changes and no row, where changes commit by themselves. */
    private void warnOfUnrecorded(Migrating now, History history) {
        engine.points().all().stream()
                .filter(p -> now.points().stream().noneMatch(t -> t.label().equals(p.label())))
                .filter(p -> p.rank() == history.lastRank())
                .filter(p -> !engine.rollback().verifyStructure(p.label()).isClean())
                .findFirst()
                .ifPresent(p -> LOG.warn(
                        "The structure has changed since {} was captured, and no row of {} tells of a migration. If one was"
                                + " interrupted there, FlywayRollback.undoFailed() takes back what it left.",
                        p,
                        engine.table().path()));
    }

    private void mark(Migrating now) {
        engine.points()
                .backups()
                .mark(now.points().stream().map(RestorePoint::label).toList(), LOG::warn);
    }

    private void prune() {
        int days = engine.settings().keepDays();
        if (days >= 0) {
            engine.rollback().prune(days);
        }
    }

    /** Whatever happens here, the host gets Flyway's own failure: a callback that throws would hide it. */
    private void failed(Migrating now) {
        RestorePoint point = now.last().orElse(null);
        if (point == null) {
            return;
        }
        try {
            mark(now);
            if (engine.settings().healing()) {
                engine.locked(engine.settings().options(), () -> heal(now, point));
            }
        } catch (RuntimeException e) {
            now.notHealed(e);
            LOG.error(
                    "The migration failed, and the way back to {} too. Look at FlywayRollback.planUndoFailed().",
                    point,
                    e);
        }
    }

    private boolean heal(Migrating now, RestorePoint point) {
        History history = engine.history();
        if (!now.isAlone(history)) {
            throw new RollbackRefusedException("The migration failed, and another node has migrated since "
                    + point + " was captured: what it did is not taken back unasked. Nothing was changed. Look at"
                    + " flyway.info(), and at FlywayRollback.planUndoFailed().");
        }
        RollbackPlan plan = engine.plan(point, history, List.of());
        if (!plan.isEmpty()) {
            RollbackReport report = engine.run(
                    plan,
                    ToolBackups.takingBack(
                            engine.settings().options(), "a migration failed: back to before " + point.before()));
            LOG.warn(
                    "The migration failed, and the database is back at {}. Correct it and migrate again.\n{}",
                    point,
                    report.toText());
        }
        return true;
    }
}
