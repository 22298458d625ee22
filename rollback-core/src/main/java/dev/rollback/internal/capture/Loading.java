// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.RollbackRefusedException;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.TableKeys;
import dev.rollback.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Puts the rows of files back into relations, and proves that they are those that were captured. */
final class Loading {
    private final Dialect dialect;
    private final FileManifest manifest;
    private final Backup backup;
    private final Path folder;

    Loading(Dialect dialect, FileManifest manifest, Backup backup, Path folder) {
        this.dialect = dialect;
        this.manifest = manifest;
        this.backup = backup;
        this.folder = folder;
        String form = dialect.stream().form();
        if (!manifest.rows().equals(form)) {
            throw new RollbackRefusedException("Backup '" + backup.label() + "' holds rows as " + manifest.rows()
                    + "; this database reads " + form + ".");
        }
    }

    /** Makes the relation anew, as a killed attempt may have left it, and tells whether it holds what was captured. */
    boolean load(Connection connection, BackupTable stored, Relation copy) throws SQLException {
        Table table = backup.model().table(stored.table()).orElseThrow();
        try (Statement statement = Queries.statement(connection)) {
            for (String sql : dialect.ddl().dropKept("table", copy)) {
                statement.execute(sql);
            }
            for (String sql : dialect.stream().create(table, TableKeys.lookups(backup.model(), table), copy)) {
                statement.execute(sql);
            }
            try (Chunks in = new Chunks(folder, manifest.filesOf(stored.storedAs()))) {
                dialect.stream().read(connection, table, copy, in);
            } catch (IOException e) {
                throw FileFailure.reading("reading of backup '" + backup.label() + "'", folder, e);
            }
        }
        return holds(connection, table, stored, copy);
    }

    /** Rows that leave the database again as they came in are those of the files. */
    private boolean holds(Connection connection, Table table, BackupTable stored, Relation copy) throws SQLException {
        RowSum sum = new RowSum();
        try {
            dialect.stream().write(connection, table, copy, sum);
        } catch (IOException e) {
            throw new SQLException("the rows of " + copy + " cannot be summed up", e);
        }
        return sum.rows() == stored.rows() && sum.checksum().equals(stored.checksum());
    }
}
