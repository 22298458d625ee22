// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackStep;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of runs, with facts as key-value pairs for machines that read it. Nothing of it is a warning: what went wrong is in the
 * report or in the exception, and the caller has both.
 */
final class RunLog implements RollbackListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rollback.run");

    @Override
    public void runStarted(String run, int steps) {
        LOG.atInfo().addKeyValue("run", run).addKeyValue("steps", steps).log("Run {} begins", run);
    }

    @Override
    public void stepFinished(RollbackStep step, long rows, Duration took) {
        LOG.atDebug()
                .addKeyValue("step", step.number())
                .addKeyValue("kind", step.kind())
                .addKeyValue("rows", rows)
                .addKeyValue("millis", took.toMillis())
                .log("Step {}: {}", step.number(), step.summary());
    }

    @Override
    public void waiting(int time, List<String> sessions) {
        LOG.atInfo()
                .addKeyValue("time", time)
                .addKeyValue("sessions", sessions)
                .log("Waiting for a lock, time {}", time);
    }

    @Override
    public void retrying(int attempt, String reason) {
        LOG.atInfo().addKeyValue("attempt", attempt).log("Attempt {} was undone: {}", attempt, reason);
    }

    @Override
    public void warning(String message) {
        LOG.info(message);
    }

    @Override
    public void runFinished(RollbackReport report) {
        LOG.atInfo()
                .addKeyValue("run", report.run())
                .addKeyValue("target", report.target())
                .addKeyValue("outcome", report.outcome())
                .addKeyValue("steps", report.steps().size())
                .addKeyValue(
                        "rows", report.steps().stream().mapToLong(s -> s.rows()).sum())
                .addKeyValue("losses", report.losses().size())
                .addKeyValue(
                        "quarantined",
                        report.quarantined().stream().mapToLong(q -> q.rows()).sum())
                .addKeyValue("millis", report.took().toMillis())
                .log("Run {} to '{}' ended: {}", report.run(), report.target(), report.outcome());
    }

    @Override
    public void runFailed(String run, Exception failure) {
        LOG.atInfo().addKeyValue("run", run).log("Run {} failed: {}", run, failure.getMessage());
    }
}
