// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.capture;

import dev.rollback.RollbackListener;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupCheck;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.internal.Store;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import dev.rollback.revert.Phase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recomputes what the manifest says about stored rows. */
public final class Checking {
    private final Dialect dialect;
    private final Store store;
    private final RollbackListener listener;

    public Checking(Dialect dialect, Store store, RollbackListener listener) {
        this.listener = listener;
        this.dialect = dialect;
        this.store = store;
    }

    public BackupCheck check(Connection connection, Backup backup) throws SQLException {
        List<String> problems = new ArrayList<>();
        Set<String> there = new HashSet<>(store.relations(connection));
        long read = 0;
        int number = 0;
        for (BackupTable stored : backup.tables()) {
            listener.working(
                    Phase.CHECKING_BACKUP,
                    stored.table().path() + " (" + ++number + " of "
                            + backup.tables().size() + " tables)");
            String where = store.schema() + "." + stored.storedAs();
            Table table = backup.model().table(stored.table()).orElseThrow();
            if (!there.contains(stored.storedAs())) {
                problems.add("The rows of " + stored.table().path() + " are gone: there is no table " + where + ".");
                continue;
            }
            Relation relation = new Relation(store.schema(), stored.storedAs());
            Set<String> columns = columns(connection, relation);
            if (!columns.containsAll(stored.columns())) {
                problems.add("Table " + where + " was altered: it has the columns " + columns + ", not "
                        + stored.columns() + ".");
                continue;
            }
            List<Column> compared = table.columns().stream()
                    .filter(c -> stored.columns().contains(c.name()))
                    .toList();
            try (Statement statement = Queries.statement(connection);
                    ResultSet row = statement.executeQuery(dialect.rows().checksum(relation, compared))) {
                row.next();
                read += row.getLong(1);
                if (row.getLong(1) != stored.rows()) {
                    problems.add("Table " + where + " was altered: it holds " + row.getLong(1) + " rows, not "
                            + stored.rows() + " as captured.");
                } else if (!stored.checksum().equals(row.getString(2))) {
                    problems.add("Table " + where + " was altered: its rows do not match their checksum.");
                }
            }
        }
        return new BackupCheck(backup.label(), false, backup.tables().size(), read, problems);
    }

    /** Notes that a backup was checked and found sound. */
    public void remember(Connection connection, Backup backup) {
        store.sql(connection)
                .update(store.backups())
                .set(Store.CHECKED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                .where(Store.LABEL.eq(backup.label()))
                .execute();
    }

    private Set<String> columns(Connection connection, Relation relation) throws SQLException {
        Set<String> names = new HashSet<>();
        String sql = "SELECT * FROM " + dialect.ddl().quote(relation) + " WHERE 1 = 0";
        try (Statement statement = Queries.statement(connection);
                ResultSet rows = statement.executeQuery(sql)) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
        }
        return names;
    }
}
