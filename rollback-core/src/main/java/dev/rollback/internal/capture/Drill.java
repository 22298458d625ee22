// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Store;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Restores every table of a backup beside the live ones, compares, and takes it all back. */
public final class Drill {
    private final Dialect dialect;
    private final Store store;

    public Drill(Dialect dialect, Store store) {
        this.dialect = dialect;
        this.store = store;
    }

    public BackupCheck restore(Connection connection, Backup backup) throws SQLException {
        List<String> problems = new ArrayList<>();
        long restored = 0;
        String scratch = dialect.ddl().fit(store.schema() + "_drill");
        dialect.server().beginRun(connection, Duration.ofSeconds(30));
        try (Statement statement = connection.createStatement()) {
            for (String sql : dialect.ddl().createSchemaIfMissing(scratch)) {
                statement.execute(sql);
            }
            for (BackupTable stored : backup.tables()) {
                Table table = plain(backup.model().table(stored.table()).orElseThrow());
                Relation target = new Relation(scratch, dialect.ddl().fit(stored.storedAs()));
                for (String sql : dialect.ddl().createTable(table, target)) {
                    statement.execute(sql);
                }
                statement.execute(
                        dialect.rows().restore(table, new Relation(store.schema(), stored.storedAs()), target));
                try (ResultSet row = statement.executeQuery(dialect.rows().checksum(target, table.storedColumns()))) {
                    row.next();
                    restored += row.getLong(1);
                    if (row.getLong(1) != stored.rows() || !stored.checksum().equals(row.getString(2))) {
                        problems.add(
                                "Restored rows of " + stored.table().path() + " are not those that were captured.");
                    }
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new BackupCheck(backup.label(), true, backup.tables().size(), restored, problems);
    }

    /** The old columns alone: types that the users made may have changed since, so their values stay text. */
    private static Table plain(Table table) {
        List<Column> columns = table.storedColumns().stream()
                .map(c -> new Column(
                        c.name(),
                        c.userType() ? "text" : c.type(),
                        false,
                        c.nullable(),
                        null,
                        null,
                        null,
                        null,
                        "",
                        c.nativeNo()))
                .toList();
        return new Table(table.id(), columns, "", null, null, null, List.of(), "", List.of(), java.util.Set.of(), 0, 0);
    }
}
