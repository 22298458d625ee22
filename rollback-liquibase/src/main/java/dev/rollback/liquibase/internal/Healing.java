// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.liquibase.RestorePoint;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.tool.ToolBackups;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is left to do when change sets have run, well or not. */
record Healing(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);

    void mark(List<RestorePoint> points) {
        engine.points().backups().mark(points.stream().map(RestorePoint::label).toList(), LOG::warn);
    }

    /**
     * Goes back to a capture of a failed update. Whoever calls has Liquibase's lock.
     *
     * @param own the change sets that the update itself has run
     */
    void back(RestorePoint point, Set<String> own) {
        List<String> others = engine.since(point).stream()
                .map(ChangelogRow::path)
                .filter(path -> !own.contains(path))
                .toList();
        if (!others.isEmpty()) {
            throw new RollbackRefusedException("Another node has run change sets since " + point + " was captured: "
                    + String.join(", ", others) + ". They are not taken back unasked; nothing was changed. Look at"
                    + " LiquibaseRollback.planUndoFailed().");
        }
        RollbackPlan plan = engine.plan(target -> target.point(point), true);
        if (!plan.isEmpty()) {
            RollbackReport report = engine.within(
                    plan,
                    ToolBackups.takingBack(
                            engine.settings().options(), "an update failed: back to before " + point.before()));
            LOG.warn(
                    "The update failed, and the database is back at {}. Correct it and update again.\n{}",
                    point,
                    report.toText());
        }
    }
}
