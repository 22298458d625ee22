// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Context;
import dev.rollback.internal.Rights;
import dev.rollback.revert.Phase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Loads a backup from its files into a scratch schema, or beside the backups where no schema can be undone, and compares. */
final class FileDrill {
    private final Context context;
    private final Dialect dialect;

    FileDrill(Context context) {
        this.context = context;
        this.dialect = context.dialect();
    }

    BackupCheck restore(Connection connection, String label, FileManifest manifest, Path folder) throws SQLException {
        new Rights(dialect).requireWritable(connection, "drill of backup '" + label + "'");
        Backup backup = manifest.backup().backup(label);
        Loading loading = new Loading(dialect, manifest, backup, folder);
        List<String> problems = new ArrayList<>();
        boolean undoes = dialect.stepwise().isEmpty();
        String schema = context.store().schema();
        String scratch = undoes ? dialect.ddl().fit(schema + "_drill") : schema;
        if (undoes) {
            dialect.server().beginRun(connection, Duration.ofSeconds(30));
        }
        try (Statement statement = Queries.statement(connection)) {
            execute(statement, dialect.ddl().createSchemaIfMissing(scratch));
            for (BackupTable stored : backup.tables()) {
                context.listener().working(Phase.CHECKING_BACKUP, stored.table().path());
                Relation target = new Relation(scratch, dialect.ddl().fit("drill_" + stored.storedAs()));
                if (!loading.load(connection, stored, target)) {
                    problems.add("Loaded rows of " + stored.table().path() + " are not those that were captured.");
                }
                execute(statement, dialect.ddl().dropKept("table", target));
            }
        } finally {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return new BackupCheck(label, true, backup.tables().size(), backup.rows(), problems);
    }

    private static void execute(Statement statement, List<String> statements) throws SQLException {
        for (String sql : statements) {
            statement.execute(sql);
        }
    }
}
