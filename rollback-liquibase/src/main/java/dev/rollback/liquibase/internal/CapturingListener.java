// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.liquibase.RestorePoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Captures before change sets. It does so when the first one begins and not before: only then has this node Liquibase's lock, so
 * that of several nodes that start at once one captures, and what it captures is what it changes. One serves one update.
 */
public final class CapturingListener extends AbstractChangeExecListener {
    private static final Logger LOG = LoggerFactory.getLogger(CapturingListener.class);

    private final Engine engine;
    private final List<RestorePoint> taken = new ArrayList<>();
    private final Set<String> ran = new HashSet<>();
    private boolean ended;
    private @Nullable RuntimeException unhealed;

    public CapturingListener(Engine engine) {
        this.engine = engine;
    }

    /** The backups of this update, the oldest first. */
    List<RestorePoint> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void willRun(
            ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.RunStatus status) {
        if (!taken.isEmpty() && !engine.settings().eachChangeSet()) {
            return;
        }
        engine.rollback().requireIdle();
        RestorePoint point = engine.points().capture(changeSet.getId(), Engine.path(changeSet), engine.rows());
        taken.add(point);
        LOG.info("Captured {}", point);
    }

    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType execType) {
        ran.add(Engine.path(changeSet));
    }

    /** Liquibase still has its lock here, so that no node finds what the change set has left. */
    @Override
    public void runFailed(ChangeSet changeSet, DatabaseChangeLog changelog, Database database, Exception exception) {
        end(work -> work.run());
    }

    /**
     * The update has failed, here or somewhere else.
     *
     * @return why it was not taken back
     */
    Optional<RuntimeException> failed() {
        end(work -> engine.lock().holding(() -> {
            work.run();
            return taken;
        }));
        return Optional.ofNullable(unhealed);
    }

    /** Whatever happens here, the host gets Liquibase's own failure. */
    private void end(Consumer<Runnable> locked) {
        if (ended || taken.isEmpty()) {
            return;
        }
        ended = true;
        RestorePoint point = taken.get(taken.size() - 1);
        Healing healing = new Healing(engine);
        try {
            healing.mark(taken);
            if (engine.settings().healing()) {
                locked.accept(() -> healing.back(point, ran));
            }
        } catch (RuntimeException e) {
            unhealed = e;
            LOG.error(
                    "The update failed, and the way back to {} too. Look at LiquibaseRollback.planUndoFailed().",
                    point,
                    e);
        }
    }

    @Override
    public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
        // the change set as a whole is captured
    }

    @Override
    public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
        // the update marks its end
    }
}
