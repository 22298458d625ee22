// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.RollbackListener;
import dev.rollback.RollbackReport;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events on to the log and all listeners, and keeps the promise that none of them can break a run. */
final class SafeListener implements RollbackListener {
    private static final Logger LOG = LoggerFactory.getLogger(RollbackListener.class);

    private final List<RollbackListener> listeners;

    SafeListener(List<RollbackListener> listeners) {
        this.listeners =
                Stream.concat(Stream.of(new RunLog()), listeners.stream()).toList();
    }

    private void each(Consumer<RollbackListener> event) {
        for (RollbackListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed and is ignored: {}", listener, e);
            }
        }
    }

    @Override
    public void runStarted(String run, int steps) {
        each(l -> l.runStarted(run, steps));
    }

    @Override
    public void working(Phase phase, String what) {
        each(l -> l.working(phase, what));
    }

    @Override
    public void stepStarted(RollbackStep step) {
        each(l -> l.stepStarted(step));
    }

    @Override
    public void progress(Progress progress) {
        each(l -> l.progress(progress));
    }

    @Override
    public void stepFinished(RollbackStep step, long rows, Duration took) {
        each(l -> l.stepFinished(step, rows, took));
    }

    @Override
    public void waiting(int time, List<String> sessions) {
        each(l -> l.waiting(time, sessions));
    }

    @Override
    public void retrying(int attempt, String reason) {
        each(l -> l.retrying(attempt, reason));
    }

    @Override
    public void warning(String message) {
        each(l -> l.warning(message));
    }

    @Override
    public void runFinished(RollbackReport report) {
        each(l -> l.runFinished(report));
    }

    @Override
    public void runFailed(String run, Exception failure) {
        each(l -> l.runFailed(run, failure));
    }
}
