// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackException;
import dev.rollback.RollbackReport;
import dev.rollback.liquibase.LiquibaseWork;
import dev.rollback.liquibase.RestorePoint;
import dev.rollback.plan.RollbackPlan;
import java.util.List;
import java.util.Optional;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One update: captured before, marked after, taken back when it fails. */
record Updating(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(Updating.class);

    void run(LiquibaseWork work) throws LiquibaseException {
        CapturingListener listener = new CapturingListener(engine);
        try {
            Scope.child(
                    HostScope.values(engine),
                    () -> engine.databases().with(database -> {
                        Liquibase liquibase = engine.liquibase(database);
                        liquibase.setChangeExecListener(listener);
                        work.on(liquibase);
                        return database;
                    }));
        } catch (LiquibaseException | RuntimeException e) {
            failed(e, listener.taken());
            throw e;
        } catch (Exception e) {
            throw new UnexpectedLiquibaseException(e);
        }
        mark(listener.taken());
    }

    /** Without the mark a rollback knows less about rows, and works all the same. */
    private void mark(List<RestorePoint> points) {
        for (RestorePoint point : points) {
            try {
                engine.rollback().markMigrated(point.label());
            } catch (RollbackException e) {
                LOG.warn("The end of the update after {} could not be marked: {}", point, e.getMessage());
            }
        }
    }

    /**
     * The host gets Liquibase's own failure, whatever happens here.
     *
     * @throws RollbackException when it is ours, or when somebody else holds Liquibase's lock
     */
    private void failed(Exception failure, List<RestorePoint> points) {
        if (points.isEmpty()) {
            cause(failure, RollbackException.class).ifPresent(e -> {
                throw e;
            });
            cause(failure, LockException.class).ifPresent(e -> {
                throw engine.lock().refusal(engine.holder());
            });
            return;
        }
        mark(points);
        if (engine.settings().healing()) {
            heal(points.get(points.size() - 1));
        }
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }

    private void heal(RestorePoint point) {
        try {
            RollbackPlan plan = engine.plan(target -> target.point(point), true);
            if (!plan.isEmpty()) {
                RollbackReport report = engine.revert(plan, healing(point));
                LOG.warn("The update failed; back at {}:\n{}", point, report.toText());
            }
        } catch (RollbackException e) {
            LOG.error(
                    "The update failed, and the way back to {} too. Look at LiquibaseRollback.planUndoFailed().",
                    point,
                    e);
        }
    }

    /** Nothing but the update wrote into what it added; it is put aside all the same. */
    private RevertOptions healing(RestorePoint point) {
        RevertOptions options = engine.settings().options();
        return RevertOptions.builder()
                .allowDataLoss(true)
                .operator(options.operator())
                .reason("an update failed: back to before " + point.before())
                .ticket(options.ticket())
                .lockTimeout(options.lockTimeout())
                .lockPatience(options.lockPatience())
                .build();
    }
}
