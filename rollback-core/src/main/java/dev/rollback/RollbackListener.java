// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import dev.rollback.plan.RollbackStep;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.util.List;

/**
 * Hears what happens, for progress bars, metrics and notifications. A listener that throws is logged and otherwise ignored: it
 * can never break a run. Called on the thread that runs the operation.
 */
public interface RollbackListener {
    /** Hears nothing. */
    RollbackListener NO_OP = new RollbackListener() {};

    /** A run got its number and its lock; nothing is changed yet. */
    default void runStarted(String run, int steps) {}

    /** Something other than a step begins that may take a while, such as the look at one table, in words. */
    default void working(Phase phase, String what) {}

    /** A step begins. */
    default void stepStarted(RollbackStep step) {}

    /** Rows were copied, by a capture or by a step; at most a few times a second. */
    default void progress(Progress progress) {}

    /** A step ended well; its rows and its time are in the report too. */
    default void stepFinished(RollbackStep step, long rows, java.time.Duration took) {}

    /** A lock was not to be had in time; it is asked for again. Who is in the way, in words, as far as the server tells. */
    default void waiting(int time, List<String> sessions) {}

    /** A conflict with another session was found: everything was undone and is tried again. */
    default void retrying(int attempt, String reason) {}

    /** Something the operator should know, which does not stop the run. */
    default void warning(String message) {}

    /** The report of the run, also of one whose verification failed. */
    default void runFinished(RollbackReport report) {}

    /**
     * A run ended without a report.
     *
     * @param failure what the caller gets; a {@link RollbackFailedException} tells in which state the database is
     */
    default void runFailed(String run, Exception failure) {}
}
