// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.capture.Backup;
import dev.rollback.dialect.Queries;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.Table;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tells a migration's writes by their transaction: it also changed the structure after the snapshot was taken. */
final class PostgresWriters {
    private static final String NONE = "false";

    private PostgresWriters() {}

    static String condition(Connection connection, Backup backup, DatabaseModel live, List<String> ownRuns)
            throws SQLException {
        if (backup.position().isEmpty()) {
            return NONE;
        }
        Array rewritten = connection.createArrayOf("oid", merelyRewritten(backup.model(), live));
        List<Object> asked = List.of(
                number(backup.position()),
                connection.createArrayOf("name", live.schemas().toArray()),
                rewritten,
                rewritten,
                connection.createArrayOf(
                        "text", ownRuns.stream().map(PostgresWriters::number).toArray()));
        List<String> transactions =
                Queries.list(connection, PostgresServerQueries.TRANSACTIONS_OF_DDL, asked, row -> row.getString(1));
        // the server hashes a constant array, however long
        return transactions.isEmpty() ? NONE : "c.xmin = ANY ('{" + String.join(",", transactions) + "}'::xid[])";
    }

    /** A position is the number of a transaction and of the oldest one that was still open then. */
    private static String number(String position) {
        return position.substring(0, position.indexOf(' ') < 0 ? position.length() : position.indexOf(' '));
    }

    /** Whatever had ended before the snapshot began is in it. Ages are compared, as numbers of rows wrap around. */
    static String before(String position) {
        int space = position.indexOf(' ');
        if (space < 0) {
            return NONE;
        }
        long oldest = Long.parseLong(position.substring(space + 1)) % (1L << 32);
        return "age(c.xmin) > age('" + oldest + "'::xid)";
    }

    /** TRUNCATE, CLUSTER and VACUUM FULL give a table new storage and are nobody's migration. */
    private static Object[] merelyRewritten(DatabaseModel snapshot, DatabaseModel live) {
        return live.all(Table.class)
                .filter(now -> snapshot.table(now.id())
                        .filter(old -> old.nativeId() == now.nativeId())
                        .filter(old -> old.storageId() != now.storageId())
                        .filter(old -> old.definition().equals(now.definition()))
                        .isPresent())
                .map(Table::nativeId)
                .toArray();
    }
}
