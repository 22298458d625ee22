// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal;

import dev.rollback.InvalidInputException;
import dev.rollback.PlanOptions;
import dev.rollback.Removal;
import dev.rollback.RevertOptions;
import dev.rollback.RollbackReport;
import dev.rollback.Status;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupProvider;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.FileBackups;
import dev.rollback.capture.Restored;
import dev.rollback.dialect.Dialect;
import dev.rollback.internal.capture.Adopting;
import dev.rollback.internal.capture.AllBackups;
import dev.rollback.internal.capture.FileProvider;
import dev.rollback.internal.capture.SchemaBackups;
import dev.rollback.internal.capture.Staging;
import dev.rollback.internal.plan.DerivedPlan;
import dev.rollback.internal.plan.Marking;
import dev.rollback.internal.plan.PlanInput;
import dev.rollback.internal.plan.PlanJson;
import dev.rollback.internal.plan.Planner;
import dev.rollback.internal.revert.Housekeeping;
import dev.rollback.internal.revert.Journal;
import dev.rollback.internal.revert.Request;
import dev.rollback.internal.revert.Restoring;
import dev.rollback.internal.revert.Reverter;
import dev.rollback.internal.revert.RunGuard;
import dev.rollback.internal.verify.DatabaseVerifier;
import dev.rollback.model.ObjectId;
import dev.rollback.plan.ClosingStep;
import dev.rollback.plan.ExplicitPlan;
import dev.rollback.plan.RollbackPlan;
import dev.rollback.revert.Run;
import dev.rollback.verify.Verification;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Wires the four steps together behind the façade. */
public final class Engine {
    private final Context context;
    private final BackupProvider provider;
    private final Optional<Staging> staging;
    private final SchemaBackups backups;
    private final Journal journal;
    private final RunGuard guard;
    private final Reverter reverter;
    private final Housekeeping housekeeping;

    private Engine(Context context, Optional<FileProvider> files) {
        this.context = context;
        this.backups = new SchemaBackups(context, files);
        this.provider =
                files.<BackupProvider>map(f -> new AllBackups(backups, f)).orElse(backups);
        this.staging = files.map(f -> new Staging(context, backups, f));
        this.journal = new Journal(context.store());
        this.guard = new RunGuard(context, journal);
        this.reverter = new Reverter(context, journal, guard);
        this.housekeeping = new Housekeeping(context, journal, backups, guard);
    }

    public static Engine open(
            DataSource dataSource, Optional<Dialect> given, Optional<FileBackups> files, Settings settings) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect known = Dialects.choose(given, connection.getMetaData());
            List<String> scope = new ArrayList<>(new LinkedHashSet<>(settings.schemas()));
            if (scope.isEmpty()) {
                scope.add(known.server()
                        .currentSchema(connection)
                        .orElseThrow(() -> new InvalidInputException(
                                "The connection has no current schema. Name the schemas to look after.")));
            }
            Schemas.requireUsable(known, connection, scope, settings.backupSchema());
            Set<ObjectId> leftAlone = TableNames.qualified(settings.excluded(), scope);
            Dialect dialect = new ExcludingDialect(known, leftAlone);
            Context context = new Context(
                    new Sessions(dataSource, dialect),
                    dialect,
                    new Store(dialect, settings.backupSchema()),
                    List.copyOf(scope),
                    leftAlone,
                    new SafeListener(settings.listeners()),
                    settings.gates(),
                    settings.checks(),
                    settings.lockPatience());
            return new Engine(context, files.map(f -> new FileProvider(context, f)));
        } catch (SQLException e) {
            throw Dialects.unreachable(given, e);
        }
    }

    public Backup capture(CaptureOptions options) {
        return provider.capture(options);
    }

    /** Schemas that neither the database nor a backup knows are refused before anything is looked up. */
    private void requireSchemas() {
        context.sessions().call("look for schemas", c -> {
            if (!Schemas.missing(context, c).isEmpty()) {
                Schemas.requireKnown(context, c, backups.models(c));
            }
            return true;
        });
    }

    public Backup adopt(String label, String structure, Map<String, String> copies) {
        CaptureOptions checked = CaptureOptions.of(label);
        return context.sessions()
                .call(
                        "adoption of '" + label + "'",
                        c -> new Adopting(context.dialect(), context.store(), backups)
                                .adopt(c, checked.label(), structure, copies));
    }

    public void markMigrated(String label) {
        requireSchemas();
        staging.ifPresent(s -> s.stage(label));
        context.sessions().call("mark of '" + label + "'", c -> {
            Backup backup = backups.require(c, label);
            new Rights(context.dialect()).requireWritable(c, "mark of '" + label + "'");
            return context.patience().reading(c, again -> {
                new Marking(context).mark(again, backup);
                return backup;
            });
        });
    }

    public List<BackupSummary> backups() {
        requireSchemas();
        return provider.list();
    }

    public boolean isMarked(String label) {
        return context.sessions().call("look for the mark of '" + label + "'", c -> {
            backups.require(c, label);
            return !new Marking(context).find(c, label).position().isEmpty();
        });
    }

    public String backupSchema() {
        return context.store().schema();
    }

    public Optional<Backup> backup(String label) {
        return provider.find(label);
    }

    public BackupCheck checkBackup(String label, boolean drill) {
        requireSchemas();
        return provider.check(label, drill);
    }

    public RollbackPlan plan(String label, PlanOptions options) {
        staging.ifPresent(s -> s.stage(label));
        return context.sessions()
                .call(
                        "plan to '" + label + "'",
                        c -> new Rights(context.dialect())
                                .reading(
                                        c,
                                        context.readingAll(),
                                        d -> context.patience()
                                                .reading(
                                                        d,
                                                        again -> plan(
                                                                again,
                                                                new BackupInput(context, backups, journal)
                                                                        .of(again, label, options)))));
    }

    private DerivedPlan plan(Connection connection, PlanInput input) throws SQLException {
        DerivedPlan plan = new Planner(input, connection, context.listener()).plan();
        connection.rollback();
        connection.setAutoCommit(true);
        return plan;
    }

    public RollbackPlan plan(ExplicitPlan explicit) {
        return context.sessions()
                .call("explicit plan", c -> context.patience().reading(c, again -> derive(again, explicit, "")));
    }

    /** What is left of an explicit plan: its wishes are about the structure that the run began with. */
    private RollbackPlan rest(ExplicitPlan explicit, Run open) {
        return context.sessions().call("resume of run " + open.id(), c -> {
            String safety =
                    context.dialect().stepwise().isPresent() ? journal.safetyOf(c, Long.parseLong(open.id())) : "";
            return context.patience().reading(c, again -> derive(again, explicit, safety));
        });
    }

    private DerivedPlan derive(Connection connection, ExplicitPlan explicit, String safety) throws SQLException {
        PlanInput input = new ExplicitInput(context, backups, housekeeping).of(connection, explicit, safety);
        return plan(connection, input).resolving(explicit);
    }

    public RollbackPlan loadPlan(String json) {
        PlanJson.Document document = PlanJson.read(json);
        DerivedPlan plan = document.explicit().isEmpty()
                ? (DerivedPlan)
                        plan(document.target(), new PlanOptions(document.mode(), document.only(), document.closing()))
                : (DerivedPlan) plan(PlanJson.explicit(document));
        SavedPlan.requireSame(document, plan);
        return plan;
    }

    public void requireIdle() {
        requireIdle(null);
    }

    private void requireIdle(@Nullable Long resumed) {
        context.sessions().call("look for other runs", c -> {
            guard.refuse(c, resumed);
            return true;
        });
    }

    public RollbackReport revert(RollbackPlan plan, RevertOptions options) {
        Objects.requireNonNull(options, "options");
        boolean toBackup = !Objects.requireNonNull(plan, "plan").isExplicit();
        if (toBackup) {
            staging.ifPresent(s -> s.stage(plan.target()));
        }
        return ended(plan, reverter.revert(plan, options));
    }

    /** A run that failed or stays open needs the rows that were loaded for it. */
    private RollbackReport ended(RollbackPlan plan, RollbackReport report) {
        if (!plan.isExplicit()) {
            staging.ifPresent(s -> s.unstage(plan.target()));
        }
        return report;
    }

    public RollbackReport resume(@Nullable String run) {
        requireSchemas();
        Run open = housekeeping.open(run);
        requireIdle(Long.valueOf(open.id()));
        Request request = context.sessions().call("resume of run " + open.id(), c -> journal.request(c, open.id()));
        reverter.settle(Long.parseLong(open.id()), context.patience());
        ExplicitPlan explicit = request.explicit();
        String label = request.label();
        RollbackPlan plan = explicit != null
                ? rest(explicit, open)
                : plan(
                        Objects.requireNonNull(label, "label"),
                        request.options()
                                .withClosing(request.options().closing().stream()
                                        .map(ClosingStep::unguarded)
                                        .toList()));
        RevertOptions options = RevertOptions.builder()
                .allowDataLoss(request.allowDataLoss())
                .forceOffline(request.forceOffline())
                .lockTimeout(Duration.ofMillis(request.lockTimeoutMillis()))
                .lockPatience(Duration.ofMillis(request.lockPatienceMillis()))
                .operator(open.operator())
                .reason(open.reason())
                .ticket(open.ticket())
                .build();
        return ended(plan, reverter.run((DerivedPlan) plan, options, Long.valueOf(open.id())));
    }

    public Verification verify(String label) {
        return staged(label, () -> new DatabaseVerifier(context, backups).verify(label));
    }

    /** Rows that were loaded for this alone leave the database again. */
    private <T> T staged(String label, Supplier<T> work) {
        boolean loaded = staging.isPresent() && staging.get().stage(label);
        try {
            return work.get();
        } finally {
            if (loaded && !housekeeping.targetsOfOpenRuns().contains(label)) {
                staging.get().unstage(label);
            }
        }
    }

    public Restored restore(String label, String schema) {
        return staged(
                label,
                () -> context.sessions()
                        .call(
                                "restore of '" + label + "' into " + schema,
                                c -> new Restoring(context, schema).restore(c, backups.require(c, label))));
    }

    public Verification verifyStructure(String label) {
        return new DatabaseVerifier(context, backups).verifyStructure(label);
    }

    public Status status() {
        requireSchemas();
        return housekeeping.status(provider.list());
    }

    public List<Run> history() {
        requireSchemas();
        return context.sessions().call("history", journal::runs);
    }

    public List<String> cleanup(String run) {
        requireSchemas();
        return housekeeping.cleanup(run);
    }

    public Removal cleanupOlderThan(Duration age) {
        requireSchemas();
        return housekeeping.cleanupOlderThan(age);
    }

    public Removal prune(int keepDays) {
        requireSchemas();
        Removal removal = housekeeping.prune(keepDays, provider);
        staging.ifPresent(s -> s.unstageAllBut(housekeeping.targetsOfOpenRuns()));
        return removal;
    }
}
