// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import dev.rollback.RollbackListener;
import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One line on standard error that moves, and the warnings, which appear without a terminal too. */
final class ProgressDisplay implements RollbackListener {
    private static final int BAR = 24;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter err;
    private final boolean moving;
    private int steps;
    private List<String> inTheWay = List.of();

    ProgressDisplay(PrintWriter err, boolean moving) {
        this.err = err;
        this.moving = moving;
    }

    @Override
    public void runStarted(String run, int count) {
        steps = count;
        show("run " + run + " ...");
    }

    @Override
    public void working(Phase phase, String what) {
        show(phase.label() + ": " + what);
    }

    /** Said once as long as it is the same sessions. */
    @Override
    public void waiting(int time, List<String> sessions) {
        if (!sessions.equals(inTheWay)) {
            inTheWay = sessions;
            say("Waiting for a lock" + (sessions.isEmpty() ? "." : ", in the way: " + String.join("; ", sessions)));
        }
        show("waiting for a lock, asked " + Human.count(time, "time") + " ...");
    }

    @Override
    public void stepStarted(RollbackStep step) {
        show("step " + step.number() + (steps == 0 ? "" : " of " + steps) + ": " + step.summary());
    }

    @Override
    public void progress(Progress progress) {
        show(line(progress));
    }

    @Override
    public void stepFinished(RollbackStep step, long rows, Duration took) {
        clear();
    }

    @Override
    public void retrying(int attempt, String reason) {
        say("Attempt " + attempt + " was undone, trying again: " + reason);
    }

    @Override
    public void warning(String message) {
        say("Warning: " + message);
    }

    /** Takes the line away, so that what follows begins on a clean one. */
    void clear() {
        if (moving) {
            err.print(CLEAR);
            err.flush();
        }
    }

    static String line(Progress progress) {
        int full = (int) Math.floor(BAR * progress.fraction());
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %3d %%  %,d of %,d rows%s",
                progress.what(),
                "#".repeat(full),
                ".".repeat(BAR - full),
                (int) (100 * progress.fraction()),
                progress.done(),
                progress.total(),
                progress.remaining()
                        .filter(left -> left.toMillis() >= 1000)
                        .map(left -> "  " + Human.duration(left) + " left")
                        .orElse(""));
    }

    /** Shows a line until the next one. */
    void show(String text) {
        if (moving) {
            err.print(CLEAR + text.substring(0, Math.min(text.length(), 110)));
            err.flush();
        }
    }

    private void say(String text) {
        clear();
        err.println(Secrets.hide(text));
    }
}
