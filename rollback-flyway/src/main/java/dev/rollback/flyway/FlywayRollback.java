// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway;

import dev.rollback.InvalidInputException;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.flyway.internal.CapturingCallback;
import dev.rollback.flyway.internal.Engine;
import dev.rollback.flyway.internal.FlywayVersion;
import dev.rollback.flyway.internal.ReadinessCheck;
import dev.rollback.flyway.internal.Settings;
import dev.rollback.flyway.internal.Target;
import dev.rollback.flyway.internal.TellingFlyway;
import dev.rollback.plan.RollbackPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Takes migrations of Flyway back. Before each {@code migrate} the database is captured; a migration that fails is taken back at
 * once; later {@link #undoLast()}, {@link #back} and {@link #to} go back to what was captured. Flyway's history table is told in the
 * same run: DELETE rows are appended, nothing is taken away, and what was taken back is pending again.
 *
 * <pre>{@code
 * FlywayRollback rollback = FlywayRollback.builder(Flyway.configure().dataSource(dataSource)).build();
 * rollback.flyway().migrate();
 * rollback.undoLast();
 * }</pre>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class FlywayRollback {
    private final Engine engine;
    private final Callback callback;
    private final Flyway flyway;

    private FlywayRollback(Configuration configuration, Settings settings) {
        this.engine = new Engine(configuration, settings);
        CapturingCallback capturing = new CapturingCallback(engine);
        this.callback = capturing;
        List<Callback> callbacks = new ArrayList<>(List.of(configuration.getCallbacks()));
        callbacks.add(callback);
        this.flyway = new TellingFlyway(
                Flyway.configure(configuration.getClassLoader())
                        .configuration(configuration)
                        .callbacks(callbacks.toArray(Callback[]::new)),
                capturing);
    }

    /**
     * Begins with the configuration of Flyway: what {@code Flyway.configure()} gives.
     *
     * @throws InvalidInputException when the Flyway on the class path is too old
     */
    public static Builder builder(Configuration configuration) {
        FlywayVersion.requireSupported();
        return new Builder(Objects.requireNonNull(configuration, "configuration"));
    }

    /** Begins with a Flyway that is there already, whose own {@code migrate} captures only if it was given {@link #callback()}. */
    public static Builder builder(Flyway flyway) {
        return builder(flyway.getConfiguration());
    }

    /**
     * A Flyway like the one that was given, which captures before it migrates. A {@code migrate} that fails throws Flyway's own
     * exception; could it not be taken back, that says why as a suppressed one.
     */
    public Flyway flyway() {
        return flyway;
    }

    /**
     * What captures, for hosts that make their Flyway themselves: {@code configuration.callbacks(..)}. Why a failure could not be
     * taken back is in the log then.
     */
    public Callback callback() {
        return callback;
    }

    /** What does the work: backups, runs, verification, clean-up. */
    public Rollback rollback() {
        return engine.rollback();
    }

    /** Whether the schema is the one that this release expects, and no run is open: for a readiness check. Changes nothing. */
    public Readiness readiness() {
        return ReadinessCheck.of(flyway, engine.rollback());
    }

    /** The states that there is a way back to, the newest first. */
    public List<RestorePoint> restorePoints() {
        return engine.restorePoints();
    }

    /** The way back to before the last versioned migration. Changes nothing. */
    public RollbackPlan planUndoLast() {
        return planBack(1);
    }

    /**
     * The way back to before the last versioned migrations, in the order in which they ran. Changes nothing.
     *
     * @throws InvalidInputException when there are not so many, or none would be left
     * @throws dev.rollback.RollbackRefusedException when no backup was taken there, or the history was edited
     */
    public RollbackPlan planBack(int migrations) {
        return engine.plan(target -> target.back(migrations));
    }

    /**
     * The way back to the last state whose newest version was this one. Changes nothing.
     *
     * @throws InvalidInputException when the version does not stand in the history, or is the current one
     * @throws dev.rollback.RollbackRefusedException when no backup was taken there, or the history was edited
     */
    public RollbackPlan planTo(String version) {
        return engine.plan(target -> target.version(version));
    }

    /** The way back to one of {@link #restorePoints()}. Changes nothing. */
    public RollbackPlan planTo(RestorePoint point) {
        return engine.plan(target -> target.point(point));
    }

    /** The way back to before the first migration. Changes nothing. */
    public RollbackPlan planToEmpty() {
        return engine.plan(Target::empty);
    }

    /** The way back to before a migration that failed, or that was killed and left no row. Changes nothing. */
    public RollbackPlan planUndoFailed() {
        return engine.plan(Target::beforeFailure);
    }

    /** Takes the last versioned migration back; see {@link #planUndoLast()}. */
    public RollbackReport undoLast() {
        return revert(planUndoLast());
    }

    /** Takes the last versioned migrations back; see {@link #planBack}. */
    public RollbackReport back(int migrations) {
        return revert(planBack(migrations));
    }

    /** Goes back to a version; see {@link #planTo(String)}. */
    public RollbackReport to(String version) {
        return revert(planTo(version));
    }

    /** Goes back to a restore point; see {@link #planTo(RestorePoint)}. */
    public RollbackReport to(RestorePoint point) {
        return revert(planTo(point));
    }

    /** Takes every migration back; see {@link #planToEmpty()}. */
    public RollbackReport toEmpty() {
        return revert(planToEmpty());
    }

    /** Takes back what a failed or killed migration left; see {@link #planUndoFailed()}. */
    public RollbackReport undoFailed() {
        return revert(planUndoFailed());
    }

    /** Runs a plan with the options of the builder. */
    public RollbackReport revert(RollbackPlan plan) {
        return engine.revert(plan);
    }

    /** Runs a plan; what {@link Rollback#revert(RollbackPlan, RevertOptions)} promises holds. */
    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        return engine.revert(plan, options);
    }

    /**
     * Continues a run that was interrupted, under Flyway's lock; what {@link Rollback#resume} promises holds.
     *
     * @param run its number; null for the only open one
     */
    public RollbackReport resume(@Nullable String run) {
        return engine.resume(run);
    }

    /** Collects what is needed; not safe for use by several threads. */
    public static final class Builder {
        private final Configuration configuration;
        private boolean eachMigration;
        private boolean healing = true;
        private boolean undoScripts = true;
        private int keepDays = -1;
        private Consumer<Rollback.Builder> rollback = builder -> {};
        private RevertOptions options = RevertOptions.defaults();

        private Builder(Configuration configuration) {
            this.configuration = configuration;
        }

        /** Capture before each migration, and not once before all of a {@code migrate}; each is then a state to go back to. */
        public Builder captureEachMigration(boolean each) {
            this.eachMigration = each;
            return this;
        }

        /** Take a {@code migrate} that failed back to its capture; true by default. */
        public Builder undoFailures(boolean undo) {
            this.healing = undo;
            return this;
        }

        /**
         * Run undo scripts ({@code U3__x.sql}) and down sections in comments ({@code -- DOWN}) where there are some, the last
         * migration first; what they leave undone the derived plan completes. True by default, and refused without
         * {@code allowDataLoss}, as nobody can tell before what a script deletes.
         */
        public Builder undoScripts(boolean run) {
            this.undoScripts = run;
            return this;
        }

        /** Delete backups that are older and no longer needed, after each {@code migrate} that ended well; by default all stay. */
        public Builder keepDays(int days) {
            if (days < 0) {
                throw new InvalidInputException("The number of days to keep is not negative, got " + days + ".");
            }
            this.keepDays = days;
            return this;
        }

        /** What else the underlying {@link Rollback} needs: files, gates, listeners, more schemas. */
        public Builder rollback(Consumer<Rollback.Builder> more) {
            this.rollback = Objects.requireNonNull(more, "more");
            return this;
        }

        /** How plans are run by {@link FlywayRollback#undoLast()} and its like. */
        public Builder options(RevertOptions how) {
            this.options = Objects.requireNonNull(how, "how");
            return this;
        }

        /** Connects to nothing yet. */
        public FlywayRollback build() {
            return new FlywayRollback(
                    configuration, new Settings(eachMigration, healing, undoScripts, keepDays, rollback, options));
        }
    }
}
