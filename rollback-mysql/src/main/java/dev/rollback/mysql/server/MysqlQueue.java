// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.mysql.catalog.MysqlProduct;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tells which table a statement that changes structure waits for. MySQL lists it, to those who may read the list. Otherwise a
 * reader tries: writers' locks and locks for reading let it through, a waiting change of structure does not.
 */
final class MysqlQueue {
    private static final String WAITS = """
            SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = ? AND STATE = 'Waiting for table metadata lock'
            """;

    /** Empty too where locks are not listed: so is that of the session itself. */
    private static final String LISTED = """
            SELECT coalesce(max(m.LOCK_STATUS = 'PENDING' AND m.OBJECT_SCHEMA = ? AND m.OBJECT_NAME = ?), 0)
            FROM performance_schema.metadata_locks m
            JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID
            WHERE t.PROCESSLIST_ID = ? AND m.OBJECT_TYPE = 'TABLE'
            HAVING count(*) > 0
            """;

    private final Connection onlooker;
    private final boolean mariaDb;

    /**
     * @param onlooker a session that does nothing else meanwhile
     */
    MysqlQueue(Connection onlooker) throws SQLException {
        this.onlooker = onlooker;
        this.mariaDb = MysqlProduct.of(onlooker.getMetaData()).mariaDb();
        // the shortest wait that the server knows
        Queries.execute(onlooker, "SET lock_wait_timeout = " + (mariaDb ? 0 : 1));
    }

    boolean isWaiting(long session, Relation table) throws SQLException {
        String number = String.valueOf(session);
        if (Queries.text(onlooker, WAITS, number).isEmpty()) {
            return false;
        }
        if (!mariaDb) {
            try {
                List<Boolean> listed = Queries.list(
                        onlooker, LISTED, List.of(table.schema(), table.name(), number), row -> row.getBoolean(1));
                if (!listed.isEmpty()) {
                    return listed.get(0);
                }
            } catch (SQLException e) {
                if (new MysqlErrors().kind(e) != Kind.PERMISSION) {
                    throw e;
                }
            }
        }
        return isReadRefused(table);
    }

    private boolean isReadRefused(Relation table) throws SQLException {
        try {
            Queries.execute(onlooker, "SELECT 1 FROM " + quote(table) + " LIMIT 0");
            return false;
        } catch (SQLException e) {
            if (new MysqlErrors().kind(e) == Kind.CONFLICT) {
                return true;
            }
            throw e;
        }
    }
}
