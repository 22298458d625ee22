// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.RevertOptions;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.capture.Backup;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.RollbackPlan;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Undo scripts within the safety net: everything is asked and captured before, and completed and proven after. */
record ScriptedRun(Engine engine) {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptedRun.class);
    private static final String SAFETY = "before-undo-scripts-";

    /** The scripts of the migrations that a plan takes back, where they may run; else the plan as it is. */
    RollbackPlan with(RollbackPlan derived, dev.rollback.flyway.RestorePoint point, List<HistoryRow> taken) {
        List<UndoScript> scripts = new UndoScripts(engine.flyway())
                .of(taken.stream().filter(HistoryRow::success).toList());
        if (scripts.isEmpty()) {
            return derived;
        }
        String why = !engine.rollback().isMarked(point.label())
                ? "the end of the migration was not marked, so that what the scripts write could not be told from it"
                : refill(derived, point.label()).whyNot().orElse("");
        if (!why.isEmpty()) {
            LOG.info("Undo scripts do not run: {}. The derived plan does all of it.", why);
            return derived;
        }
        return new ScriptedPlan(derived, point, scripts);
    }

    private Refill refill(RollbackPlan derived, String label) {
        Backup backup = engine.rollback().backup(label).orElseThrow();
        return engine.connected(
                c -> Refill.of(c, backup, engine.table(), engine.rollback().backupSchema(), derived));
    }

    RollbackReport run(ScriptedPlan plan, RevertOptions options) {
        if (!options.allowDataLoss()) {
            throw new RollbackRefusedException("Undo scripts would run (" + plan.words()
                    + "), and nobody can tell before what they delete. Accept this with allowDataLoss: everything is captured"
                    + " before them. Or switch them off with undoScripts(false). Nothing was changed.");
        }
        RollbackReport rehearsal = engine.rollback().revert(plan.derived(), dry(options));
        if (options.dryRun()) {
            return rehearsal;
        }
        Refill refill = refill(plan.derived(), plan.point().label());
        String safety = SAFETY + System.currentTimeMillis();
        engine.rollback().capture(safety);
        new ScriptRun(engine).run(plan.scripts());
        List<ClosingStep> fills = engine.connected(refill::steps);
        RollbackPlan rest = engine.plan(plan.point(), engine.history(), fills);
        if (!rest.refusals().isEmpty()) {
            throw new RollbackFailedException(
                    "After the undo scripts (" + plan.words() + ") there is no way on to '" + rest.target() + "': "
                            + String.join(" ", rest.refusals()),
                    "the undo scripts have run; the state before them is in the backup '" + safety + "'.",
                    "rollback().plan(\"" + safety
                            + "\") goes back to it; undoScripts(false) then goes on without scripts.",
                    new RollbackRefusedException(rest.refusals()));
        }
        return engine.rollback().revert(rest, options);
    }

    private static RevertOptions dry(RevertOptions options) {
        return new RevertOptions(
                options.allowDataLoss(),
                options.force(),
                true,
                options.operator(),
                options.reason(),
                options.ticket(),
                options.lockTimeout(),
                options.lockPatience(),
                options.forceOffline(),
                options.externalDump());
    }
}
