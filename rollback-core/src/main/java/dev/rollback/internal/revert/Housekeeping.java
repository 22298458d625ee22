// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import static dev.rollback.internal.Store.DROPPED_AT;
import static dev.rollback.internal.Store.KIND;
import static dev.rollback.internal.Store.RELATION;
import static dev.rollback.internal.Store.RUN;

import dev.rollback.InvalidInputException;
import dev.rollback.Removal;
import dev.rollback.Removal.Stay;
import dev.rollback.Status;
import dev.rollback.capture.BackupProvider;
import dev.rollback.capture.BackupSummary;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Session;
import dev.rollback.internal.Context;
import dev.rollback.internal.HeldLock;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Store;
import dev.rollback.internal.capture.SchemaBackups;
import dev.rollback.model.DatabaseModel;
import dev.rollback.plan.LockLevel;
import dev.rollback.revert.Run;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What is left to look after between runs: open ones, kept originals, old backups. */
public final class Housekeeping {
    private final Context context;
    private final Journal journal;
    private final SchemaBackups backups;
    private final RunGuard guard;

    public Housekeeping(Context context, Journal journal, SchemaBackups backups, RunGuard guard) {
        this.guard = guard;
        this.context = context;
        this.journal = journal;
        this.backups = backups;
    }

    private List<Run> runs() {
        return context.sessions().call("reading of the journal", journal::runs);
    }

    public Status status(List<BackupSummary> all) {
        String runner = context.sessions()
                .call(
                        "look for a run",
                        c -> guard.runner(c).map(Session::toString).orElse(""));
        List<Run> runs = runs();
        return new Status(
                runs.stream().filter(r -> r.state() == Run.State.OPEN).toList(),
                runs.stream().filter(r -> !r.kept().isEmpty()).toList(),
                runs.stream().filter(r -> r.state() == Run.State.DONE).count(),
                runs.stream()
                        .filter(r -> r.state() == Run.State.FAILED || r.state() == Run.State.VERIFICATION_FAILED)
                        .count(),
                all,
                runner);
    }

    private List<Run> someRuns() {
        return context.sessions().call("reading of the journal", c -> {
            context.store().require(c);
            return journal.runs(c);
        });
    }

    private void requireWritable(String what) {
        context.sessions().call(what, c -> {
            new Rights(context.dialect()).requireWritable(c, what);
            return true;
        });
    }

    /** The run to continue. */
    public Run open(@Nullable String id) {
        List<Run> open =
                someRuns().stream().filter(r -> r.state() == Run.State.OPEN).toList();
        if (id != null) {
            Run run = find(id);
            if (run.state() != Run.State.OPEN) {
                throw new InvalidInputException("Run " + id + " is not open: " + run.message() + ".");
            }
            return run;
        }
        if (open.size() != 1) {
            throw new InvalidInputException(
                    open.isEmpty()
                            ? "There is no open run to continue."
                            : "More than one run is open: "
                                    + open.stream().map(Run::id).toList() + ". Name one.");
        }
        return open.get(0);
    }

    private Run find(String id) {
        return someRuns().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "There is no run '" + id + "'. The command 'history' lists those there are."));
    }

    public List<String> cleanup(String id) {
        Run run = find(id);
        if (run.state() == Run.State.OPEN) {
            throw new InvalidInputException("Run " + id + " is still open; continue it with 'resume " + id + "'.");
        }
        return drop(List.of(run));
    }

    public Removal cleanupOlderThan(Duration age) {
        if (age.isNegative()) {
            throw new InvalidInputException("An age is not negative, got " + age + ".");
        }
        Instant limit = Instant.now().minus(age);
        List<Run> old = new ArrayList<>();
        List<Stay> stays = new ArrayList<>();
        for (Run run : runs()) {
            if (run.ended() == null) {
                stays.add(new Stay(run.id(), "it is still open; 'resume " + run.id() + "' continues it"));
            } else if (!run.kept().isEmpty() && run.ended().isBefore(limit)) {
                old.add(run);
            } else if (!run.kept().isEmpty()) {
                stays.add(new Stay(run.id(), "it is not that old: it ended at " + seconds(run.ended())));
            }
        }
        return new Removal(drop(old), stays);
    }

    private List<String> drop(List<Run> runs) {
        requireWritable("cleanup");
        context.sessions().call("cleanup", this::endNotes);
        List<String> dropped = new ArrayList<>();
        for (Run run : runs) {
            dropped.addAll(context.sessions().call("cleanup of run " + run.id(), c -> drop(c, run)));
        }
        return dropped;
    }

    /** A run that is at work needs its own. */
    private boolean endNotes(Connection connection) throws SQLException {
        String schema = context.store().schema();
        try (HeldLock lock = HeldLock.take(context.dialect(), connection, schema)) {
            if (lock != null) {
                new LeftOver(context).endNotes(connection, context.patience());
            }
            return lock != null;
        }
    }

    private List<String> drop(Connection connection, Run run) throws SQLException {
        Store store = context.store();
        long id = Long.parseLong(run.id());
        List<Record> kept = store.sql(connection)
                .select(Store.ID, KIND, RELATION)
                .from(store.kept())
                .where(RUN.eq(id).and(DROPPED_AT.isNull()))
                .orderBy(KIND, Store.ID)
                .fetch(r -> (Record) r);
        List<Relation> relations = kept.stream()
                .map(row -> new Relation(store.schema(), row.get(RELATION)))
                .toList();
        Patience patience = context.patience();
        return patience.again(connection, relations, LockLevel.ALL_WAIT, c -> {
            context.dialect().server().beginRun(c, patience.timeout());
            for (Record row : kept) {
                dropOne(c, row.get(KIND), row.get(RELATION));
            }
            store.sql(c)
                    .update(store.kept())
                    .set(DROPPED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                    .where(RUN.eq(id).and(DROPPED_AT.isNull()))
                    .execute();
            c.commit();
            c.setAutoCommit(true);
            return relations.stream().map(Relation::toString).toList();
        });
    }

    private void dropOne(Connection connection, String kind, String relation) throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
            for (String sql : context.dialect()
                    .ddl()
                    .dropKept(kind, new Relation(context.store().schema(), relation))) {
                statement.execute(sql);
            }
        }
    }

    public Removal prune(int keepDays, BackupProvider provider) {
        if (keepDays < 0) {
            throw new InvalidInputException("The number of days to keep is not negative, got " + keepDays + ".");
        }
        requireWritable("prune");
        Map<String, String> needed = needed();
        Instant limit = Instant.now().minus(Duration.ofDays(keepDays));
        List<String> deleted = new ArrayList<>();
        List<Stay> stays = new ArrayList<>();
        for (BackupSummary backup : provider.list()) {
            String label = backup.label();
            if (!backup.takenAt().isBefore(limit)) {
                stays.add(new Stay(label, "it is not that old: it was taken at " + seconds(backup.takenAt())));
            } else if (needed.containsKey(label)) {
                stays.add(new Stay(label, needed.get(label)));
            } else {
                provider.delete(label);
                deleted.add(label);
            }
        }
        return new Removal(deleted, stays);
    }

    /** Backups that open runs lead to. */
    public Set<String> targetsOfOpenRuns() {
        return runs().stream()
                .filter(r -> r.state() == Run.State.OPEN)
                .map(Run::target)
                .collect(Collectors.toSet());
    }

    /** Why labels are still needed. */
    private Map<String, String> needed() {
        Map<String, String> needed = new HashMap<>();
        for (Run run : runs()) {
            String id = run.id();
            String why = run.state() == Run.State.OPEN
                    ? "run " + id + " is open and needs it; 'resume " + id + "' continues that"
                    : "the originals that run " + id + " kept may need it; 'cleanup " + id + "' drops them";
            if (run.state() == Run.State.OPEN || !run.kept().isEmpty()) {
                needed.putIfAbsent(run.target(), why);
                needed.putIfAbsent("safety-run-" + id, why);
            }
        }
        return needed;
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The structure of the newest backup that this library took before a migration. */
    public Optional<DatabaseModel> newestModel(Connection connection) throws SQLException {
        if (!context.store().exists(connection)) {
            return Optional.empty();
        }
        String label = context.store()
                .sql(connection)
                .select(Store.LABEL)
                .from(context.store().backups())
                .where(Store.ORIGIN.ne("SAFETY"))
                .orderBy(Store.ID.desc())
                .limit(1)
                .fetchOne(Store.LABEL);
        return label == null
                ? Optional.empty()
                : backups.find(connection, label).map(b -> b.model());
    }
}
