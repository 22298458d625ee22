// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import static dev.rollback.internal.Store.LABEL;
import static dev.rollback.internal.Store.POSITION;
import static dev.rollback.internal.Store.RELATION;
import static dev.rollback.internal.Store.TABLE_NAME;

import dev.rollback.InvalidInputException;
import dev.rollback.RollbackListener;
import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.capture.Scope;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Dialect;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.internal.Context;
import dev.rollback.internal.LiveModel;
import dev.rollback.internal.Patience;
import dev.rollback.internal.Store;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;

/** Remembers the moment when a migration had ended: where the server stood, and which saved rows it had deleted. */
public final class Marking {
    private final Dialect dialect;
    private final Store store;
    private final RollbackListener listener;

    public Marking(Context context) {
        this.listener = context.listener();
        this.dialect = context.dialect();
        this.store = context.store();
    }

    /** What is known; nothing when nobody told. */
    public Mark find(Connection connection, String label) {
        String position = "";
        Map<ObjectId, Relation> survivors = new TreeMap<>();
        for (Record row : store.sql(connection)
                .select(POSITION, TABLE_NAME, Store.SOURCE, RELATION)
                .from(store.marks())
                .where(LABEL.eq(label))
                .fetch()) {
            position = String.valueOf(row.get(POSITION));
            if (row.get(RELATION) != null) {
                survivors.put(
                        ObjectId.table(row.get(Store.SOURCE), row.get(TABLE_NAME)),
                        new Relation(store.schema(), row.get(RELATION)));
            }
        }
        return new Mark(position, survivors);
    }

    public void mark(Connection connection, Backup backup) throws SQLException {
        if (!find(connection, backup.label()).position().isEmpty()) {
            throw new InvalidInputException("The migration after backup '" + backup.label() + "' is marked already.");
        }
        dialect.server().beginSnapshot(connection, Patience.READ_TIMEOUT);
        String position = dialect.server().position(connection);
        DatabaseModel live =
                LiveModel.read(dialect, connection, Scope.following(backup.model(), List.of()), store.schema());
        Renames renames = new Renames(backup.model(), live);
        Probes probes = new Probes(connection, listener);
        Merges merges =
                new Merges(backup.model(), live, renames, backup, store.schema(), dialect.rows(), "false", probes);
        insert(connection, backup, position, "", "", null);
        for (BackupTable stored : backup.tables()) {
            Table old = backup.model().table(stored.table()).orElseThrow();
            Table now = merges.liveOf(old.id()).orElse(null);
            RowMerge merge = now == null ? null : merges.merge(old, now);
            if (merge != null && !merge.key().isEmpty() && deleted(probes, merge, stored) > 0) {
                Relation keys = new Relation(store.schema(), dialect.ddl().fit(stored.storedAs() + "_left"));
                try (Statement statement = connection.createStatement()) {
                    for (String sql : dialect.rows().survivors(merge, keys)) {
                        statement.execute(sql);
                    }
                }
                insert(connection, backup, position, old.id().schema(), old.id().name(), keys.name());
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private long deleted(Probes probes, RowMerge merge, BackupTable stored) throws SQLException {
        ColumnRule any =
                new ColumnRule(merge.key().get(0).old(), merge.key().get(0).current(), true, false, null);
        return stored.rows() - probes.pair(dialect.rows().carried(merge, any))[0];
    }

    private void insert(
            Connection connection,
            Backup backup,
            String position,
            String schema,
            String table,
            @org.jspecify.annotations.Nullable String relation) {
        store.sql(connection)
                .insertInto(store.marks())
                .set(LABEL, backup.label())
                .set(POSITION, position)
                .set(Store.SOURCE, schema)
                .set(TABLE_NAME, table)
                .set(RELATION, relation)
                .execute();
    }
}
