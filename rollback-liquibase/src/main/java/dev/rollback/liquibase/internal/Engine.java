// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import dev.rollback.PlanOptions;
import dev.rollback.RevertOptions;
import dev.rollback.Rollback;
import dev.rollback.RollbackRefusedException;
import dev.rollback.RollbackReport;
import dev.rollback.liquibase.ChangelogLock;
import dev.rollback.liquibase.LiquibaseWork;
import dev.rollback.liquibase.RestorePoint;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.RollbackPlan;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.FastCheckService;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** Liquibase's table and the backups of one database, together. */
public final class Engine {
    private final DataSource dataSource;
    private final Databases databases;
    private final Settings settings;
    private @Nullable Rollback rollback;
    private @Nullable ChangelogTable table;

    public Engine(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.databases = new Databases(dataSource, settings.database());
    }

    Settings settings() {
        return settings;
    }

    Databases databases() {
        return databases;
    }

    /** Made at the first use: before the first update there may be no schema yet. */
    public synchronized Rollback rollback() {
        if (rollback == null) {
            String own = databases.read(Engine::schema);
            Rollback.Builder builder = Rollback.builder(dataSource).schemas(own).exclude(table().excluded());
            settings.rollback().accept(builder);
            rollback = builder.build();
        }
        return rollback;
    }

    /** The schema of the application, which need not be that of Liquibase's tables. */
    private static String schema(Database database) {
        String schema = database.getDefaultSchemaName();
        return schema == null ? database.getDefaultCatalogName() : schema;
    }

    synchronized ChangelogTable table() {
        if (table == null) {
            table = databases.read(ChangelogTable::of);
        }
        return table;
    }

    Lock lock() {
        return new Lock(databases, table().schema() + "." + table().lock());
    }

    public Optional<ChangelogLock> holder() {
        return lock().holder();
    }

    List<ChangelogRow> rows() {
        return databases.read(database -> table().read(connection(database)));
    }

    private static Connection connection(Database database) throws DatabaseException {
        return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    }

    Liquibase liquibase(Database database) {
        return new Liquibase(settings.changelog(), settings.resources(), database);
    }

    RestorePoints points() {
        return new RestorePoints(rollback(), table());
    }

    public List<RestorePoint> restorePoints() {
        return points().all().stream().map(Captured::point).toList();
    }

    /** The way back to a restore point that a rule chooses. */
    public RollbackPlan plan(Function<Target, Captured> rule) {
        return plan(rule, settings.unknown());
    }

    RollbackPlan plan(Function<Target, Captured> rule, boolean unknown) {
        List<ChangelogRow> rows = rows();
        Captured captured = rule.apply(new Target(rows, points().all(), table().path()));
        Since since = Since.between(captured.rows(), rows);
        if (!unknown) {
            refuseUnknown(since);
        }
        List<ClosingStep> closing = since.isEmpty() ? List.of() : List.of(table().back(since));
        return rollback().plan(captured.point().label(), PlanOptions.defaults().withClosing(closing));
    }

    /** As the rows tell it. */
    static String path(ChangeSet changeSet) {
        return DatabaseChangeLog.normalizePath(changeSet.getFilePath()) + "::" + changeSet.getId() + "::"
                + changeSet.getAuthor();
    }

    /** Whoever takes back what this changelog does not have cannot have it run again. */
    private void refuseUnknown(Since since) {
        if (since.isEmpty()) {
            return;
        }
        Set<String> known =
                databases.read(database -> liquibase(database).getDatabaseChangeLog().getChangeSets().stream()
                        .map(Engine::path)
                        .collect(Collectors.toSet()));
        List<String> unknown = since.taken().stream()
                .map(ChangelogRow::path)
                .filter(path -> !known.contains(path))
                .map(path -> "The change set " + path + " has run since, and " + settings.changelog()
                        + " does not have it: it is of another changelog or of another release. Nothing was changed. Go back to"
                        + " a later state, or take it back too with takeBackUnknown(true); only the changelog that has it runs it"
                        + " again.")
                .toList();
        if (!unknown.isEmpty()) {
            throw new RollbackRefusedException(unknown);
        }
    }

    public RollbackReport revert(RollbackPlan plan) {
        return revert(plan, settings.options());
    }

    /** Under Liquibase's lock, so that no node migrates meanwhile. */
    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        return lock().holding(() -> within(plan, options));
    }

    /** The same for a run that was interrupted. */
    public RollbackReport resume(@Nullable String run) {
        return lock().holding(() -> forgetting(() -> rollback().resume(run)));
    }

    /** Within a work of Liquibase's own, which has the lock. */
    public RollbackReport within(RollbackPlan plan) {
        return within(plan, settings.options());
    }

    RollbackReport within(RollbackPlan plan, RevertOptions options) {
        return forgetting(() -> rollback().revert(plan, options));
    }

    /** Liquibase forgets what it knew about change sets that ran. */
    private static RollbackReport forgetting(Supplier<RollbackReport> run) {
        try {
            return run.get();
        } finally {
            Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        }
    }

    /** What has run since a backup. */
    List<ChangelogRow> since(RestorePoint point) {
        return points().all().stream()
                .filter(c -> c.point().label().equals(point.label()))
                .flatMap(c -> Since.between(c.rows(), rows()).taken().stream())
                .toList();
    }

    /** The last state before something that has run. */
    public RestorePoint lastUpdate() {
        return new Target(rows(), points().all(), table().path()).lastUpdate().point();
    }

    /** Runs Liquibase: captured before, marked after, taken back when it fails. */
    public void run(LiquibaseWork work) throws LiquibaseException {
        databases.with(database -> {
            run(liquibase(database), work);
            return database;
        });
    }

    /** The same with a Liquibase of the host. */
    public void run(Liquibase liquibase, LiquibaseWork work) throws LiquibaseException {
        new Updating(this).run(liquibase, work);
    }
}
