// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackListener;
import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Size;
import dev.rollback.internal.Connections;
import dev.rollback.internal.HeldLock;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Schemas;
import dev.rollback.internal.Sessions;
import dev.rollback.internal.Store;
import dev.rollback.internal.TableKeys;
import dev.rollback.internal.TableNames;
import dev.rollback.internal.Version;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One capture: structure and rows of one moment. */
public final class Capturing {
    private final Dialect dialect;
    private final Store store;
    private final List<String> schemas;
    private final RollbackListener listener;
    private final Backup.Origin origin;
    private final Patience patience;
    private final Rights rights;
    private final Optional<CopiesBeside> beside;
    private final Connections connections;

    public Capturing(
            Sessions sessions,
            Dialect dialect,
            Store store,
            List<String> schemas,
            RollbackListener listener,
            Backup.Origin origin,
            Patience patience) {
        this.beside = dialect.stepwise().map(s -> new CopiesBeside(sessions, dialect, s));
        this.connections = new Connections(sessions);
        this.patience = patience;
        this.rights = new Rights(dialect);
        this.dialect = dialect;
        this.store = store;
        this.schemas = schemas;
        this.listener = listener;
        this.origin = origin;
    }

    /**
     * @param connection in auto-commit mode; in auto-commit mode again afterwards
     */
    public Backup capture(Connection connection, CaptureOptions options) throws SQLException {
        Schemas.requireLive(dialect, connection, schemas);
        rights.requireWritable(connection, what(options));
        rights.require(connection, what(options), ours().uses(schemas).makesIn(store.schema()));
        connections.require(what(options), beside.isPresent() ? 1 : 0);
        String labelled = store.schema() + " capture of " + options.label();
        try (HeldLock label = HeldLock.take(dialect, connection, labelled)) {
            if (label == null) {
                throw new InvalidInputException(
                        "A backup with the label '" + options.label()
                                + "' is being taken in another session. Choose another label, or wait until that one is there.");
            }
            return alone(connection, options);
        }
    }

    private Backup alone(Connection connection, CaptureOptions options) throws SQLException {
        String name = store.schema() + " capture";
        try (HeldLock lock = HeldLock.take(dialect, connection, name)) {
            if (lock == null) {
                throw new RollbackRefusedException("Another capture into " + store.schema() + " is going on"
                        + dialect.server()
                                .locks()
                                .holder(connection, name)
                                .map(s -> " in " + s.who())
                                .orElse("")
                        + ". Wait until it ends.");
            }
            return patience.reading(connection, c -> locked(c, options));
        }
    }

    private static String what(CaptureOptions options) {
        return "capture of '" + options.label() + "'";
    }

    private Needs ours() {
        return new Needs().writes(List.of(ObjectId.table(store.schema(), "rollback_backup")));
    }

    /** What fails leaves nothing behind; where one transaction holds all of it, not even an empty backup schema. */
    private Backup locked(Connection connection, CaptureOptions options) throws SQLException {
        if (beside.isEmpty()) {
            dialect.server().beginSnapshot(connection, patience.timeout());
        }
        if (store.exists(connection)
                && store.sql(connection).fetchExists(store.backups(), Store.LABEL.eq(options.label()))) {
            throw new InvalidInputException("There is a backup with the label '" + options.label()
                    + "' already. Choose another label, or delete that one with 'prune'.");
        }
        DatabaseModel model = dialect.reader().read(connection, Scope.of(schemas));
        List<Table> tables = tables(model, options);
        rights.require(
                connection,
                what(options),
                new Needs().reads(tables.stream().map(Table::id).toList()));
        store.create(connection);
        Map<Table, Relation> copies = named(connection, tables);
        if (beside.isEmpty()) {
            return filled(connection, options, model, copies);
        }
        try {
            beside.get().make(connection, model, copies, patience.timeout());
            dialect.server().beginSnapshot(connection, patience.timeout());
            refuseDrift(connection, model);
            return filled(connection, options, model, copies);
        } catch (SQLException | RuntimeException e) {
            beside.get().drop(copies.values(), e);
            throw e;
        }
    }

    private void refuseDrift(Connection connection, DatabaseModel model) throws SQLException {
        if (!dialect.reader().read(connection, Scope.of(schemas)).fingerprint().equals(model.fingerprint())) {
            throw new RollbackRefusedException(
                    "The structure was changed by somebody else while the capture began. Capture again once that has ended.");
        }
    }

    /** Fills the copies as one moment sees the rows, and writes the manifest. */
    private Backup filled(
            Connection connection, CaptureOptions options, DatabaseModel model, Map<Table, Relation> copies)
            throws SQLException {
        String position = dialect.server().position(connection);
        Map<ObjectId, Size> sizes = dialect.server()
                .sizes(connection, copies.keySet().stream().map(Table::id).toList());
        List<BackupTable> stored = store(connection, model, copies, sizes);
        Backup backup = new Backup(
                options.label(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Version.current(),
                "schema",
                origin,
                position,
                options.notes(),
                model,
                stored);
        SchemaBackups.insert(connection, store, backup);
        connection.commit();
        connection.setAutoCommit(true);
        return backup;
    }

    private Map<Table, Relation> named(Connection connection, List<Table> tables) throws SQLException {
        Set<String> taken = new HashSet<>(store.relations(connection));
        Map<Table, Relation> copies = new LinkedHashMap<>();
        tables.forEach(t -> copies.put(t, new Relation(store.schema(), free(t.id().name(), taken))));
        return copies;
    }

    /** Rows of a partitioned table are stored once, for the whole. */
    static List<Table> tables(DatabaseModel model, CaptureOptions options) {
        if (options.structureOnly()) {
            return List.of();
        }
        Set<ObjectId> asked = new HashSet<>();
        for (String name : options.tables()) {
            ObjectId at = TableNames.find(List.of(model), name);
            ObjectId parent = model.table(at).orElseThrow().partitionOf();
            while (parent != null && model.contains(parent)) {
                at = parent;
                parent = model.table(at).orElseThrow().partitionOf();
            }
            asked.add(at);
        }
        return model.all(Table.class)
                .filter(t -> t.partitionOf() == null || !model.contains(t.partitionOf()))
                .filter(t -> asked.isEmpty() || asked.contains(t.id()))
                .toList();
    }

    private List<BackupTable> store(
            Connection connection, DatabaseModel model, Map<Table, Relation> copies, Map<ObjectId, Size> sizes)
            throws SQLException {
        List<BackupTable> stored = new ArrayList<>();
        long total = sizes.values().stream().mapToLong(Size::rows).sum();
        long done = 0;
        long began = System.nanoTime();
        for (Map.Entry<Table, Relation> copy : copies.entrySet()) {
            Table table = copy.getKey();
            listener.working(
                    Phase.CAPTURING,
                    table.id().path() + " (" + (stored.size() + 1) + " of " + copies.size() + " tables)");
            fill(connection, model, table, copy.getValue());
            List<Column> columns = table.storedColumns();
            try (Statement statement = Queries.statement(connection);
                    ResultSet row = statement.executeQuery(dialect.rows().checksum(Relation.of(table.id()), columns))) {
                row.next();
                long rows = row.getLong(1);
                stored.add(new BackupTable(
                        table.id(),
                        copy.getValue().name(),
                        columns.stream().map(Column::name).toList(),
                        rows,
                        row.getString(2),
                        sizes.getOrDefault(table.id(), new Size(0, 0)).bytes()));
                done += rows;
            }
            listener.progress(
                    new Progress(table.id().path(), done, total, Duration.ofNanos(System.nanoTime() - began)));
        }
        return stored;
    }

    private void fill(Connection connection, DatabaseModel model, Table table, Relation copy) throws SQLException {
        Relation live = Relation.of(table.id());
        if (beside.isPresent()) {
            beside.get().fill(connection, table, live, copy);
            return;
        }
        try (Statement statement = Queries.statement(connection)) {
            for (String sql : dialect.rows().save(table, TableKeys.lookups(model, table), live, copy)) {
                statement.execute(sql);
            }
        }
    }

    /** {@code users_backup}, then {@code users_backup_2} for the next backup. */
    private String free(String table, Set<String> taken) {
        String name = dialect.ddl().fit(table + "_backup");
        for (int n = 2; !taken.add(name); n++) {
            name = dialect.ddl().fit(table + "_backup_" + n);
        }
        return name;
    }
}
