// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import static dev.rollback.internal.Store.BYTES;
import static dev.rollback.internal.Store.CHECKED_AT;
import static dev.rollback.internal.Store.LABEL;
import static dev.rollback.internal.Store.MANIFEST;
import static dev.rollback.internal.Store.ORIGIN;
import static dev.rollback.internal.Store.PROVIDER;
import static dev.rollback.internal.Store.ROWS;
import static dev.rollback.internal.Store.SHA256;
import static dev.rollback.internal.Store.TABLES;
import static dev.rollback.internal.Store.TAKEN_AT;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupProvider;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Sessions;
import dev.rollback.internal.Store;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Fingerprint;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;

/** Backups as tables of the backup schema, in the same database. */
public final class SchemaBackups implements BackupProvider {
    private final Context context;
    private final Sessions sessions;
    private final Dialect dialect;
    private final Store store;
    private final Optional<FileProvider> files;

    /**
     * @param files where a structure is looked for, too
     */
    public SchemaBackups(Context context, Optional<FileProvider> files) {
        this.context = context;
        this.sessions = context.sessions();
        this.dialect = context.dialect();
        this.store = context.store();
        this.files = files;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public Backup capture(CaptureOptions options) {
        return sessions.call(
                "capture of '" + options.label() + "'",
                c -> new Capturing(
                                sessions,
                                dialect,
                                store,
                                context.schemas(),
                                context.listener(),
                                Backup.Origin.CAPTURED,
                                context.patience())
                        .capture(c, options));
    }

    @Override
    public Optional<Backup> find(String label) {
        return sessions.call("reading of backup '" + label + "'", c -> find(c, label));
    }

    /** The same on a connection that is at hand. */
    public Optional<Backup> find(Connection connection, String label) throws SQLException {
        Optional<Backup> stored = stored(connection, label);
        return (stored.isPresent() ? stored : files.flatMap(f -> f.find(label)))
                .map(b -> b.excluding(context.excluded()));
    }

    /** The one whose rows are in the backup schema. */
    Optional<Backup> stored(Connection connection, String label) throws SQLException {
        if (!store.exists(connection)) {
            return Optional.empty();
        }
        Record row = store.sql(connection)
                .select(MANIFEST, SHA256)
                .from(store.backups())
                .where(LABEL.eq(label))
                .fetchOne();
        return Optional.ofNullable(row)
                .map(r -> Manifest.read(label, String.valueOf(r.get(MANIFEST)), String.valueOf(r.get(SHA256))));
    }

    /** The structures of all backups. */
    public List<DatabaseModel> models(Connection connection) throws SQLException {
        List<DatabaseModel> models = new ArrayList<>();
        if (store.exists(connection)) {
            for (String label : store.sql(connection)
                    .select(LABEL)
                    .from(store.backups())
                    .orderBy(Store.ID)
                    .fetch(LABEL)) {
                find(connection, label).ifPresent(b -> models.add(b.model()));
            }
        }
        files.ifPresent(f -> f.all().forEach(b -> models.add(b.model())));
        return models;
    }

    @Override
    public List<BackupSummary> list() {
        return sessions.call("list of backups", c -> {
            if (!store.exists(c)) {
                return List.of();
            }
            return store.sql(c)
                    .select(LABEL, TAKEN_AT, TABLES, ROWS, BYTES, PROVIDER, ORIGIN, CHECKED_AT)
                    .from(store.backups())
                    .orderBy(TAKEN_AT.desc(), Store.ID.desc())
                    .fetch(SchemaBackups::summary);
        });
    }

    private static BackupSummary summary(Record row) {
        OffsetDateTime checked = row.get(CHECKED_AT);
        return new BackupSummary(
                row.get(LABEL),
                row.get(TAKEN_AT).toInstant(),
                row.get(TABLES),
                row.get(ROWS),
                row.get(BYTES),
                row.get(PROVIDER),
                Backup.Origin.valueOf(row.get(ORIGIN)),
                checked == null ? null : checked.toInstant());
    }

    @Override
    public BackupCheck check(String label, boolean drill) {
        return sessions.call("check of backup '" + label + "'", c -> check(c, label, drill));
    }

    /** The same on a connection that is at hand, in auto-commit mode. A manifest that is corrupt is a problem like any other. */
    public BackupCheck check(Connection connection, String label, boolean drill) throws SQLException {
        if (drill) {
            new Rights(dialect).requireWritable(connection, "drill of backup '" + label + "'");
        }
        Backup backup;
        try {
            backup = require(connection, label);
        } catch (RollbackRefusedException e) {
            return new BackupCheck(label, drill, 0, 0, e.reasons());
        }
        BackupCheck check = new Checking(dialect, store, context.listener()).check(connection, backup);
        if (drill && check.isSound()) {
            check = new Drill(sessions, dialect, store).restore(connection, backup);
        }
        if (check.isSound()
                && !connection.isReadOnly()
                && dialect.server().whyReadOnly(connection).isEmpty()) {
            new Checking(dialect, store, context.listener()).remember(connection, backup);
        }
        return check;
    }

    /**
     * The same for a label that must be there.
     *
     * @throws InvalidInputException when it is not, or nothing of ours is
     */
    public Backup require(Connection connection, String label) throws SQLException {
        Optional<Backup> found = find(connection, label);
        if (found.isEmpty() && files.isEmpty()) {
            store.require(connection);
        }
        return found.orElseThrow(() -> new InvalidInputException("There is no backup with the label '" + label
                + "' in backup schema " + store.schema()
                + files.map(f -> " or in " + f.directory()).orElse("")
                + ". The command 'backups' lists those there are."));
    }

    @Override
    public void delete(String label) {
        drop(label);
        forget(label);
    }

    /** Removes the rows; what runs have proven stays known. */
    void drop(String label) {
        sessions.call("deletion of backup '" + label + "'", c -> {
            Backup backup = require(c, label);
            new Rights(dialect).requireWritable(c, "deletion of backup '" + label + "'");
            List<Relation> stored = backup.origin() == Backup.Origin.ADOPTED
                    ? List.of()
                    : backup.tables().stream()
                            .map(t -> new Relation(store.schema(), t.storedAs()))
                            .toList();
            Patience patience = context.patience();
            return patience.again(c, stored, LockLevel.ALL_WAIT, again -> {
                dialect.server().beginRun(again, patience.timeout());
                delete(again, label, stored);
                again.commit();
                again.setAutoCommit(true);
                return backup;
            });
        });
    }

    private void dropTables(Connection connection, List<Relation> tables) throws SQLException {
        try (Statement statement = Queries.statement(connection)) {
            for (Relation relation : tables) {
                for (String sql : dialect.ddl().dropKept("table", relation)) {
                    statement.execute(sql);
                }
            }
        }
    }

    private void delete(Connection connection, String label, List<Relation> stored) throws SQLException {
        dropTables(connection, stored);
        store.sql(connection).deleteFrom(store.backups()).where(LABEL.eq(label)).execute();
    }

    /** Removes what runs have proven about a label, and what is known of the end of its migration. */
    void forget(String label) {
        sessions.call("deletion of backup '" + label + "'", c -> {
            if (store.exists(c)) {
                store.sql(c).deleteFrom(store.states()).where(LABEL.eq(label)).execute();
                List<Relation> marked = store.sql(c)
                        .select(Store.RELATION)
                        .from(store.marks())
                        .where(LABEL.eq(label).and(Store.RELATION.ne("")))
                        .fetch(row -> new Relation(store.schema(), row.value1()));
                dropTables(c, marked);
                store.sql(c).deleteFrom(store.marks()).where(LABEL.eq(label)).execute();
            }
            return label;
        });
    }

    /** Writes the line of a new backup, in the transaction that stores its rows. */
    static void insert(Connection connection, Store store, Backup backup) {
        String manifest = Manifest.write(backup);
        store.sql(connection)
                .insertInto(store.backups())
                .set(LABEL, backup.label())
                .set(TAKEN_AT, backup.takenAt().atOffset(ZoneOffset.UTC))
                .set(PROVIDER, backup.provider())
                .set(ORIGIN, backup.origin().name())
                .set(TABLES, backup.tables().size())
                .set(ROWS, backup.rows())
                .set(BYTES, backup.bytes())
                .set(MANIFEST, manifest)
                .set(SHA256, Fingerprint.of(manifest))
                .execute();
    }
}
