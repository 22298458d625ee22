// SPDX-License-Identifier: Apache-2.0
package dev.rollback.flyway.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackFailedException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.flyway.RestorePoint;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.RollbackPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Flyway's history and the backups of one database, together. */
public final class Engine {
    private final Configuration flyway;
    private final Settings settings;
    private final DataSource dataSource;
    private @Nullable Rollback rollback;
    private @Nullable HistoryTable table;

    public Engine(Configuration flyway, Settings settings) {
        this.flyway = flyway;
        this.settings = settings;
        DataSource given = flyway.getDataSource();
        if (given == null) {
            throw new InvalidInputException(
                    "Flyway has no data source. Give it one: Flyway.configure().dataSource(..).");
        }
        this.dataSource = given;
    }

    public Configuration flyway() {
        return flyway;
    }

    Settings settings() {
        return settings;
    }

    /** Made at the first use: before the first {@code migrate} there may be no schema yet. */
    public synchronized Rollback rollback() {
        if (rollback == null) {
            Set<String> schemas = new LinkedHashSet<>(List.of(flyway.getSchemas()));
            schemas.add(table().schema());
            Rollback.Builder builder =
                    Rollback.builder(dataSource).schemas(List.copyOf(schemas)).exclude(table().excluded());
            settings.rollback().accept(builder);
            rollback = builder.build();
        }
        return rollback;
    }

    synchronized HistoryTable table() {
        if (table == null) {
            table = connected(c -> HistoryTable.of(flyway, c));
        }
        return table;
    }

    History history() {
        return connected(table()::read);
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T connected(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RollbackFailedException failed(SQLException e) {
        return new RollbackFailedException(
                "The database of Flyway cannot be read: " + e.getMessage() + " (SQLState " + e.getSQLState() + ").",
                "nothing was changed by this.",
                "check the data source that Flyway is configured with, and run the same again.",
                e);
    }

    RestorePoints points() {
        return new RestorePoints(rollback(), table());
    }

    public List<RestorePoint> restorePoints() {
        return points().all();
    }

    /** The way back to a restore point that a rule chooses. */
    public RollbackPlan plan(Function<Target, RestorePoint> rule) {
        History history = history();
        RestorePoint point = rule.apply(new Target(history, points().all(), table().path()));
        RollbackPlan plan = plan(point, history, List.of());
        return settings.undoScripts() ? new ScriptedRun(this).with(plan, point, history.after(point.rank())) : plan;
    }

    /**
     * @param before closing steps that come before the one for the history
     */
    RollbackPlan plan(RestorePoint point, History history, List<ClosingStep> before) {
        List<HistoryRow> taken = history.after(point.rank());
        List<String> fixed = taken.stream().flatMap(r -> whyFixed(r, point)).toList();
        if (!fixed.isEmpty()) {
            throw new RollbackRefusedException(fixed);
        }
        List<ClosingStep> closing = new ArrayList<>(before);
        if (!taken.isEmpty()) {
            closing.add(table().takingOut(taken, history));
        }
        return rollback().plan(point.label(), PlanOptions.defaults().withClosing(closing));
    }

    private Stream<String> whyFixed(HistoryRow row, RestorePoint point) {
        String where = "Row " + row.rank() + " of " + table().path() + " (" + row.type() + " " + row.words()
                + ") was written after backup '" + point.label() + "'";
        if (row.isSynthetic()) {
            return Stream.of(
                    where + " and no migration stands behind it, so it cannot be taken back. Nothing was changed."
                            + " Choose a version from " + row.words() + " on.");
        }
        return row.isBaselineMigration()
                ? Stream.of(where
                        + ", and Flyway runs a baseline migration in an empty history only: it would not run again."
                        + " Nothing was changed. Choose a version from " + row.words()
                        + " on. To begin anew, Rollback.plan(label) leads back to the backup without the history, which you"
                        + " drop then.")
                : Stream.empty();
    }

    public RollbackReport revert(RollbackPlan plan) {
        return revert(plan, settings.options());
    }

    /** Under Flyway's lock, so that no node migrates meanwhile. */
    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        return options.dryRun() ? run(plan, options) : locked(options, () -> run(plan, options));
    }

    /** The same for a run that was interrupted. */
    public RollbackReport resume(@Nullable String run) {
        return locked(settings.options(), () -> rollback().resume(run));
    }

    <T> T locked(RevertOptions options, Supplier<T> work) {
        return new HistoryLock(flyway, dataSource, table().path()).holding(options.lockPatience(), work);
    }

    /** For somebody who has Flyway's lock. */
    RollbackReport run(RollbackPlan plan, RevertOptions options) {
        return plan instanceof ScriptedPlan scripted
                ? new ScriptedRun(this).run(scripted, options)
                : rollback().revert(plan, options);
    }
}
