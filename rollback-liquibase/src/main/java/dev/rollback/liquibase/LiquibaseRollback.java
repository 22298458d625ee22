// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackReport;
import dev.rollback.liquibase.internal.Engine;
import dev.rollback.liquibase.internal.ReadinessCheck;
import dev.rollback.liquibase.internal.Settings;
import dev.rollback.liquibase.internal.Target;
import dev.rollback.plan.RollbackPlan;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Takes change sets of Liquibase back, without rollback blocks. Before each {@link #update()} the database is captured; an update
 * that fails is taken back at once; later plans lead back to what was captured. Liquibase's table is written in the same run: what
 * was taken back is pending again, and the journal keeps the rows that leave the table.
 *
 * <pre>{@code
 * LiquibaseRollback rollback = LiquibaseRollback.builder(dataSource, "db/changelog.xml").build();
 * rollback.update();
 * rollback.revert(rollback.planUndoLastUpdate());
 * }</pre>
 *
 * <p>An update and a rollback hold a connection for Liquibase and its lock, beside what {@link Rollback} needs. Immutable and safe for
 * use by several threads.
 */
public final class LiquibaseRollback {
    private final Engine engine;

    private LiquibaseRollback(Engine engine) {
        this.engine = engine;
    }

    /**
     * Begins with what Liquibase needs.
     *
     * @param changelog its path on the class path, or among {@link Builder#resources}
     */
    public static Builder builder(DataSource dataSource, String changelog) {
        return new Builder(
                Objects.requireNonNull(dataSource, "dataSource"), Objects.requireNonNull(changelog, "changelog"));
    }

    /**
     * Runs everything that is pending; captures first, and only when something is.
     *
     * @throws LiquibaseException Liquibase's own failure; what it left is taken back by then, or a suppressed exception tells why not
     * @throws dev.rollback.RollbackRefusedException when somebody else keeps Liquibase's lock, naming whom, or a rollback is going on
     */
    public void update() throws LiquibaseException {
        run(liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
    }

    /** Runs anything else with a Liquibase that captures before it changes something; the same holds as for {@link #update()}. */
    public void run(LiquibaseWork work) throws LiquibaseException {
        engine.run(work);
    }

    /**
     * Runs something with a Liquibase that the host has made, whose listener this takes over; the same holds as for {@link #update()}.
     * With Spring:
     *
     * <pre>{@code
     * new SpringLiquibase() {
     *     @Override
     *     protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
     *         rollback.run(liquibase, super::performUpdate);
     *     }
     * };
     * }</pre>
     */
    public void run(Liquibase liquibase, LiquibaseWork work) throws LiquibaseException {
        engine.run(liquibase, work);
    }

    /** What does the work: backups, runs, verification, clean-up. */
    public Rollback rollback() {
        return engine.rollback();
    }

    /** The states that there is a way back to, the newest first. */
    public List<RestorePoint> restorePoints() {
        return engine.restorePoints();
    }

    /** Who holds Liquibase's lock; empty when nobody does. */
    public Optional<ChangelogLock> lock() {
        return engine.holder();
    }

    /**
     * Whether everything that {@link #update()} would run has run and nothing else, nobody holds Liquibase's lock, and no run is open: for a
     * readiness check. Changes nothing.
     */
    public Readiness readiness() {
        return readiness(new Contexts(), new LabelExpression());
    }

    /** The same for hosts that update with contexts and labels. */
    public Readiness readiness(Contexts contexts, LabelExpression labels) {
        return new ReadinessCheck(engine).of(contexts, labels);
    }

    /** The way back to before the last update that ran something. Changes nothing. */
    public RollbackPlan planUndoLastUpdate() {
        return engine.plan(Target::lastUpdate);
    }

    /**
     * The way back to before the last change sets, in the order in which they ran. Changes nothing.
     *
     * @throws dev.rollback.InvalidInputException when there are not so many, or none would be left
     * @throws dev.rollback.RollbackRefusedException when no backup was taken there, the table is missing or was edited, or the
     *     changelog does not have what would be taken back
     */
    public RollbackPlan planBack(int changeSets) {
        return engine.plan(target -> target.back(changeSets));
    }

    /** The way back to right after the tagged change set; refuses as {@link #planBack} does. Changes nothing. */
    public RollbackPlan planToTag(String tag) {
        return engine.plan(target -> target.tag(tag));
    }

    /**
     * The way back to the state in which a change set was the last; refuses as {@link #planBack} does. Changes nothing.
     *
     * @param changeSet its id, or {@code file::id::author}
     */
    public RollbackPlan planToChangeSet(String changeSet) {
        return engine.plan(target -> target.changeSet(changeSet));
    }

    /**
     * The way back to the change sets that had run at a moment; refuses as {@link #planBack} does. Changes nothing.
     *
     * @param moment in the clock that Liquibase writes into DATEEXECUTED
     */
    public RollbackPlan planToDate(LocalDateTime moment) {
        return engine.plan(target -> target.date(moment));
    }

    /** The way back to one of {@link #restorePoints()}. Changes nothing. */
    public RollbackPlan planTo(RestorePoint point) {
        return engine.plan(target -> target.point(point));
    }

    /** The way back to before every change set. Changes nothing. */
    public RollbackPlan planToEmpty() {
        return engine.plan(Target::empty);
    }

    /** The way back to before an update that failed or was killed. Changes nothing. */
    public RollbackPlan planUndoFailed() {
        return engine.plan(Target::beforeFailure);
    }

    /**
     * Runs a plan with the options of the builder, under Liquibase's lock.
     *
     * @throws dev.rollback.RollbackRefusedException when somebody else has the lock, naming whom
     */
    public RollbackReport revert(RollbackPlan plan) {
        return engine.revert(plan);
    }

    /** Runs a plan under Liquibase's lock; what {@link Rollback#revert(RollbackPlan, RevertOptions)} promises holds. */
    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        return engine.revert(plan, options);
    }

    /**
     * Continues a run that was interrupted, under Liquibase's lock; what {@link Rollback#resume} promises holds. When the process that
     * was killed still stands as the owner of the lock, release that first.
     *
     * @param run its number; null for the only open one
     * @throws dev.rollback.RollbackRefusedException when somebody else has the lock, naming whom
     */
    public RollbackReport resume(@Nullable String run) {
        return engine.resume(run);
    }

    /** Collects what is needed; not safe for use by several threads. */
    public static final class Builder {
        private final DataSource dataSource;
        private final String changelog;
        private ResourceAccessor resources = new ClassLoaderResourceAccessor();
        private Consumer<Database> database = names -> {};
        private boolean eachChangeSet;
        private boolean healing = true;
        private boolean unknown;
        private Consumer<Rollback.Builder> rollback = builder -> {};
        private RevertOptions options = RevertOptions.defaults();

        private Builder(DataSource dataSource, String changelog) {
            this.dataSource = dataSource;
            this.changelog = changelog;
        }

        /** Where the changelog is; the class path by default. */
        public Builder resources(ResourceAccessor where) {
            this.resources = Objects.requireNonNull(where, "where");
            return this;
        }

        /** Names of Liquibase's tables and schemas, where they are not the usual ones. */
        public Builder database(Consumer<Database> names) {
            this.database = Objects.requireNonNull(names, "names");
            return this;
        }

        /** Capture before each change set, and not once before all of an update; each is then a state to go back to. */
        public Builder captureEachChangeSet(boolean each) {
            this.eachChangeSet = each;
            return this;
        }

        /** Take an update that failed back to its last capture; true by default. */
        public Builder undoFailures(boolean undo) {
            this.healing = undo;
            return this;
        }

        /** Also take change sets back that the changelog does not have: of other changelogs, or of a newer release. */
        public Builder takeBackUnknown(boolean take) {
            this.unknown = take;
            return this;
        }

        /** What else the underlying {@link Rollback} needs: files, gates, listeners, more schemas. */
        public Builder rollback(Consumer<Rollback.Builder> more) {
            this.rollback = Objects.requireNonNull(more, "more");
            return this;
        }

        /** How {@link LiquibaseRollback#revert(RollbackPlan)} runs plans. */
        public Builder options(RevertOptions how) {
            this.options = Objects.requireNonNull(how, "how");
            return this;
        }

        /** Connects to nothing yet. */
        public LiquibaseRollback build() {
            return new LiquibaseRollback(new Engine(
                    dataSource,
                    new Settings(changelog, resources, database, eachChangeSet, healing, unknown, rollback, options)));
        }
    }
}
