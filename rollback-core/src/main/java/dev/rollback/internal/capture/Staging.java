// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupSummary;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Context;
import dev.rollback.internal.HeldLock;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Store;
import dev.rollback.model.Fingerprint;
import dev.rollback.model.Table;
import dev.rollback.revert.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads file backups into the backup schema, where plans and runs work with them under their own label. The relations have the
 * same names each time, so that a saved plan still fits.
 */
public final class Staging {
    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final int HASH = 8;

    private final Context context;
    private final Dialect dialect;
    private final Store store;
    private final SchemaBackups backups;
    private final FileProvider files;
    private final Optional<CopiesBeside> beside;

    public Staging(Context context, SchemaBackups backups, FileProvider files) {
        this.context = context;
        this.dialect = context.dialect();
        this.store = context.store();
        this.backups = backups;
        this.files = files;
        this.beside = dialect.stepwise().map(s -> new CopiesBeside(context.sessions(), dialect, s));
    }

    /**
     * Makes sure that the rows of a backup are there, if it is one of files.
     *
     * @return whether this call has loaded them
     * @throws RollbackRefusedException when the files are not what was captured
     */
    public boolean stage(String label) {
        Optional<Path> folder = files.folder(label);
        if (folder.isEmpty()) {
            return false;
        }
        FileManifest manifest = files.manifest(label, folder.get());
        Backup backup = manifest.backup().backup(label);
        Optional<Backup> there =
                context.sessions().call("look for backup '" + label + "'", c -> backups.stored(c, label));
        if (there.isPresent()) {
            if (!there.get().provider().equals(FileProvider.NAME)) {
                throw new InvalidInputException(
                        "There are two backups with the label '" + label + "': in " + store.schema() + " and in "
                                + files.directory() + ". Leave the directory out to use the first.");
            }
            if (there.get().takenAt().equals(backup.takenAt())) {
                return false;
            }
            backups.drop(label);
        }
        List<String> problems;
        try {
            problems = new FileChecking(context.listener()).files(manifest, folder.get());
        } catch (IOException e) {
            throw FileFailure.reading("check of backup '" + label + "'", folder.get(), e);
        }
        if (!problems.isEmpty()) {
            throw new RollbackRefusedException(problems);
        }
        Loading loading = new Loading(dialect, manifest, backup, folder.get());
        LOG.info("Backup '{}' is loaded from {} into {}.", label, folder.get(), store.schema());
        return context.sessions().call("loading of backup '" + label + "'", c -> locked(c, backup, loading));
    }

    /** Removes loaded rows; nothing happens without them. */
    public void unstage(String label) {
        if (staged().contains(label)) {
            backups.drop(label);
        }
    }

    /** What a plan has loaded that nobody ran. */
    public void unstageAllBut(Set<String> needed) {
        staged().stream()
                .filter(label -> files.folder(label).isPresent() && !needed.contains(label))
                .forEach(backups::drop);
    }

    private List<String> staged() {
        return backups.list().stream()
                .filter(b -> b.provider().equals(FileProvider.NAME))
                .map(BackupSummary::label)
                .toList();
    }

    private boolean locked(Connection connection, Backup backup, Loading loading) throws SQLException {
        new Rights(dialect).requireWritable(connection, "loading of backup '" + backup.label() + "'");
        String lock = store.schema() + " capture";
        try (HeldLock held = HeldLock.take(dialect, connection, lock)) {
            if (held == null) {
                throw new RollbackRefusedException("A capture into " + store.schema()
                        + ", or the loading of a backup, is going on in another session. Wait until it ends.");
            }
            if (beside.isEmpty()) {
                dialect.server().beginRun(connection, Duration.ofSeconds(30));
            }
            store.create(connection);
            Map<BackupTable, Relation> copies = named(backup);
            try {
                load(connection, backup, loading, copies);
                return true;
            } catch (SQLException | RuntimeException e) {
                beside.ifPresent(b -> b.drop(copies.values(), e));
                throw e;
            }
        }
    }

    private void load(Connection connection, Backup backup, Loading loading, Map<BackupTable, Relation> copies)
            throws SQLException {
        List<BackupTable> staged = new ArrayList<>();
        for (Map.Entry<BackupTable, Relation> copy : copies.entrySet()) {
            BackupTable stored = copy.getKey();
            context.listener()
                    .working(
                            Phase.LOADING,
                            stored.table().path() + " (" + (staged.size() + 1) + " of " + copies.size() + " tables)");
            if (!loading.load(connection, stored, copy.getValue())) {
                throw new RollbackRefusedException(
                        "The rows of " + stored.table().path() + " in backup '" + backup.label()
                                + "' are not those that were captured.");
            }
            staged.add(new BackupTable(
                    stored.table(),
                    copy.getValue().name(),
                    stored.columns(),
                    stored.rows(),
                    typedChecksum(connection, backup, stored, copy.getValue()),
                    stored.bytes()));
        }
        SchemaBackups.insert(
                connection,
                store,
                new Backup(
                        backup.label(),
                        backup.takenAt(),
                        backup.toolVersion(),
                        backup.provider(),
                        backup.origin(),
                        backup.position(),
                        backup.notes(),
                        backup.model(),
                        staged));
        if (!connection.getAutoCommit()) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    /** What the rows are compared by in the database. */
    private String typedChecksum(Connection connection, Backup backup, BackupTable stored, Relation copy)
            throws SQLException {
        Table table = backup.model().table(stored.table()).orElseThrow();
        try (Statement statement = Queries.statement(connection);
                ResultSet row = statement.executeQuery(dialect.rows().checksum(copy, table.storedColumns()))) {
            row.next();
            return row.getString(2);
        }
    }

    private Map<BackupTable, Relation> named(Backup backup) {
        String mark = "_file_" + Fingerprint.of(backup.label()).substring(0, HASH);
        Set<String> taken = new HashSet<>();
        Map<BackupTable, Relation> copies = new LinkedHashMap<>();
        for (BackupTable stored : backup.tables()) {
            String name = dialect.ddl().fit(stored.table().name() + mark);
            for (int n = 2; !taken.add(name); n++) {
                name = dialect.ddl().fit(stored.table().name() + mark + "_" + n);
            }
            copies.put(stored, new Relation(store.schema(), name));
        }
        return copies;
    }
}
