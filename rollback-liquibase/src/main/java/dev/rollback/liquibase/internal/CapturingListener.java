// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.liquibase.RestorePoint;
import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
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
    public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
        // the change set as a whole is captured
    }

    @Override
    public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
        // the update marks its end
    }
}
