// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.capture.CaptureOptions;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Needs;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Size;
import dev.rollback.internal.Context;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Rights;
import dev.rollback.internal.Schemas;
import dev.rollback.internal.Version;
import dev.rollback.internal.capture.FileManifest.StoredFile;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.revert.Phase;
import dev.rollback.revert.Progress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One capture into files: structure and rows of one moment. */
final class FileCapturing {
    private static final long CHUNK = 1L << 28;
    private static final int READABLE = 40;

    private final Context context;
    private final Dialect dialect;
    private final int level;
    private final Patience patience;

    FileCapturing(Context context, int level) {
        this.context = context;
        this.dialect = context.dialect();
        this.level = level;
        this.patience = context.patience();
    }

    /**
     * @param connection in auto-commit mode
     */
    Backup capture(Connection connection, CaptureOptions options, BackupFolders folders) throws SQLException {
        Schemas.requireLive(dialect, connection, context.schemas());
        return patience.reading(connection, c -> {
            try {
                return folders.make(options.label(), files -> filled(c, options, files));
            } catch (IOException e) {
                throw FileFailure.capture(options.label(), folders.directory(), e);
            }
        });
    }

    private Backup filled(Connection connection, CaptureOptions options, PrivateFiles files)
            throws SQLException, IOException {
        dialect.server().beginSnapshot(connection, patience.timeout());
        DatabaseModel model = dialect.reader().read(connection, Scope.of(context.schemas()));
        List<Table> tables = Capturing.tables(model, options);
        new Rights(dialect)
                .require(
                        connection,
                        "capture of '" + options.label() + "'",
                        new Needs()
                                .uses(context.schemas())
                                .reads(tables.stream().map(Table::id).toList()));
        String position = dialect.server().position(connection);
        List<StoredFile> written = new ArrayList<>();
        List<BackupTable> stored = store(connection, tables, files, written);
        if (!dialect.reader()
                .read(connection, Scope.of(context.schemas()))
                .fingerprint()
                .equals(model.fingerprint())) {
            throw new RollbackRefusedException(
                    "The structure was changed by somebody else during the capture. Capture again once that has ended.");
        }
        Backup backup = new Backup(
                options.label(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Version.current(),
                FileProvider.NAME,
                Backup.Origin.CAPTURED,
                position,
                options.notes(),
                model,
                stored);
        FileManifest.of(backup, dialect.stream().form(), written).write(files);
        connection.rollback();
        connection.setAutoCommit(true);
        return backup;
    }

    private List<BackupTable> store(
            Connection connection, List<Table> tables, PrivateFiles files, List<StoredFile> written)
            throws SQLException, IOException {
        Map<ObjectId, Size> sizes = dialect.server()
                .sizes(connection, tables.stream().map(Table::id).toList());
        long total = sizes.values().stream().mapToLong(Size::rows).sum();
        long done = 0;
        long began = System.nanoTime();
        List<BackupTable> stored = new ArrayList<>();
        for (Table table : tables) {
            context.listener()
                    .working(
                            Phase.CAPTURING,
                            table.id().path() + " (" + (stored.size() + 1) + " of " + tables.size() + " tables)");
            BackupTable one =
                    store(connection, table, "%04d-%s".formatted(stored.size() + 1, name(table)), files, written);
            stored.add(one);
            done += one.rows();
            context.listener()
                    .progress(
                            new Progress(table.id().path(), done, total, Duration.ofNanos(System.nanoTime() - began)));
        }
        return stored;
    }

    private BackupTable store(
            Connection connection, Table table, String name, PrivateFiles files, List<StoredFile> written)
            throws SQLException, IOException {
        ChunkWriter chunks = new ChunkWriter(files, name, level, CHUNK);
        RowSum sum;
        long rows;
        try (ChunkWriter packed = chunks;
                WriteBehind behind = new WriteBehind(packed)) {
            sum = new RowSum(behind);
            rows = dialect.stream().write(connection, table, Relation.of(table.id()), sum);
        }
        if (rows != sum.rows()) {
            throw new SQLException(
                    "the server counts " + rows + " rows of " + table.id().path() + " and sent " + sum.rows());
        }
        written.addAll(chunks.files());
        return new BackupTable(
                table.id(),
                name,
                table.storedColumns().stream().map(Column::name).toList(),
                rows,
                sum.checksum(),
                chunks.files().stream().mapToLong(StoredFile::bytes).sum());
    }

    private static String name(Table table) {
        String readable = (table.id().schema() + "." + table.id().name()).replaceAll("[^A-Za-z0-9_.-]", "_");
        return readable.substring(0, Math.min(READABLE, readable.length()));
    }
}
