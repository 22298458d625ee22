// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerErrors.Kind;
import dev.rollback.dialect.ServerLocks;
import dev.rollback.dialect.Session;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.catalog.MysqlProduct;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Locks of tables and of runs, and who holds them; see the manual's "Metadata Locking" and "Locking Functions". */
final class MysqlLocks implements ServerLocks {
    private static final int NO_SUCH_TABLE = 1109;
    private static final List<String> READING = List.of("EXCLUSIVE", "SHARED_NO_READ_WRITE");
    private static final List<String> WRITING =
            List.of("EXCLUSIVE", "SHARED_NO_READ_WRITE", "SHARED_WRITE", "SHARED_WRITE_LOW_PRIO");
    private static final List<String> ANY = List.of(
            "EXCLUSIVE",
            "SHARED_NO_READ_WRITE",
            "SHARED_WRITE",
            "SHARED_WRITE_LOW_PRIO",
            "SHARED",
            "SHARED_HIGH_PRIO",
            "SHARED_READ",
            "SHARED_READ_ONLY",
            "SHARED_UPGRADABLE",
            "SHARED_NO_WRITE");

    /** By types of locks and pairs of schema and name; of all users' tables when none is named. */
    private static final String BLOCKERS = """
            SELECT t.PROCESSLIST_ID AS id, max(a.ATTR_VALUE) AS application, max(t.PROCESSLIST_USER) AS user_name,
              concat_ws(': ', max(t.PROCESSLIST_COMMAND), max(t.PROCESSLIST_STATE)) AS state,
              unix_timestamp() - max(t.PROCESSLIST_TIME) AS since, max(t.PROCESSLIST_INFO) AS query,
              group_concat(DISTINCT m.OBJECT_SCHEMA, '.', m.OBJECT_NAME ORDER BY 1 SEPARATOR ', ') AS holds,
              EXISTS (SELECT 1 FROM performance_schema.metadata_locks w
                      JOIN performance_schema.metadata_locks g
                        ON g.OBJECT_TYPE = w.OBJECT_TYPE AND g.OBJECT_SCHEMA = w.OBJECT_SCHEMA AND g.OBJECT_NAME = w.OBJECT_NAME
                      WHERE w.OWNER_THREAD_ID = m.OWNER_THREAD_ID AND w.LOCK_STATUS = 'PENDING'
                        AND g.LOCK_STATUS = 'GRANTED' AND g.OWNER_THREAD_ID = ps_current_thread_id()) AS waits_for_us
            FROM performance_schema.metadata_locks m
            JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID
            LEFT JOIN performance_schema.session_connect_attrs a
              ON a.PROCESSLIST_ID = t.PROCESSLIST_ID AND a.ATTR_NAME = 'program_name'
            WHERE m.OBJECT_TYPE = 'TABLE' AND m.LOCK_STATUS = 'GRANTED' AND t.PROCESSLIST_ID <> connection_id()
              AND m.LOCK_TYPE IN (%s)
              AND (%d = 0 AND m.OBJECT_SCHEMA NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema')
                   OR (m.OBJECT_SCHEMA, m.OBJECT_NAME) IN (%s))
            GROUP BY m.OWNER_THREAD_ID, t.PROCESSLIST_ID
            ORDER BY since, id
            """;

    /** The same from the plugin METADATA_LOCK_INFO of MariaDB, which knows none that wait. */
    private static final String BLOCKERS_MARIADB = """
            SELECT p.ID AS id, '' AS application, p.USER AS user_name, concat_ws(': ', p.COMMAND, p.STATE) AS state,
              unix_timestamp() - p.TIME AS since, p.INFO AS query,
              group_concat(DISTINCT m.TABLE_SCHEMA, '.', m.TABLE_NAME ORDER BY 1 SEPARATOR ', ') AS holds, 0 AS waits_for_us
            FROM information_schema.METADATA_LOCK_INFO m
            JOIN information_schema.PROCESSLIST p ON p.ID = m.THREAD_ID
            WHERE m.LOCK_TYPE = 'Table metadata lock' AND p.ID <> connection_id()
              AND replace(m.LOCK_MODE, 'MDL_', '') IN (%s)
              AND (%d = 0 AND m.TABLE_SCHEMA NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema')
                   OR (m.TABLE_SCHEMA, m.TABLE_NAME) IN (%s))
            GROUP BY p.ID
            ORDER BY since, id
            """;

    /** Every open transaction, where the server does not tell which tables it has locked. */
    private static final String TRANSACTIONS = """
            SELECT p.ID AS id, '' AS application, p.USER AS user_name, concat_ws(': ', p.COMMAND, p.STATE) AS state,
              unix_timestamp() - p.TIME AS since, p.INFO AS query, '' AS holds, 0 AS waits_for_us
            FROM information_schema.INNODB_TRX t
            JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
            WHERE p.ID <> connection_id()
            ORDER BY since, id
            """;

    @Override
    public boolean tryLock(Connection connection, String backupSchema) throws SQLException {
        return Queries.text(connection, "SELECT get_lock(?, 0)", name(backupSchema))
                .filter("1"::equals)
                .isPresent();
    }

    @Override
    public void unlock(Connection connection, String backupSchema) throws SQLException {
        Queries.text(connection, "SELECT release_lock(?)", name(backupSchema));
    }

    @Override
    public Optional<Session> holder(Connection connection, String backupSchema) throws SQLException {
        Optional<String> number = Queries.text(connection, "SELECT is_used_lock(?)", name(backupSchema));
        return number.isPresent() ? Optional.of(MysqlSessions.byNumber(connection, number.get())) : Optional.empty();
    }

    /** Such locks are the whole server's, as are the names of schemas. */
    private static String name(String backupSchema) {
        return MysqlNames.fit("rollback " + backupSchema);
    }

    /** Locks every row, and the gaps between them: a transaction can keep writers away, but no readers. */
    @Override
    public void take(Connection connection, Collection<Relation> relations, LockLevel level, boolean queue)
            throws SQLException {
        if (level == LockLevel.NONE) {
            return;
        }
        for (Relation relation : existing(connection, relations)) {
            Queries.execute(
                    connection,
                    "SELECT sum(1) FROM " + MysqlNames.quote(relation) + " FOR UPDATE" + (queue ? "" : " NOWAIT"));
        }
    }

    /** Those that are base tables, in one order for all sessions. */
    static List<Relation> existing(Connection connection, Collection<Relation> relations) throws SQLException {
        String sql = """
                SELECT TABLE_SCHEMA, TABLE_NAME
                FROM information_schema.TABLES
                WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND (TABLE_SCHEMA, TABLE_NAME) IN (%s)
                ORDER BY TABLE_SCHEMA, TABLE_NAME
                """;
        return Queries.list(
                connection,
                sql.formatted(Queries.pairs(relations.size())),
                names(relations),
                row -> new Relation(row.getString(1), row.getString(2)));
    }

    /** As much as the current user may see: without the privileges nobody is found. */
    @Override
    public List<Session> blockers(Connection connection, Collection<Relation> relations, LockLevel level)
            throws SQLException {
        List<String> values = new ArrayList<>(inTheWay(level));
        String marks = Queries.marks(values.size());
        values.addAll(names(relations));
        boolean mariaDb = MysqlProduct.of(connection.getMetaData()).mariaDb();
        String sql = (mariaDb ? BLOCKERS_MARIADB : BLOCKERS)
                .formatted(marks, relations.size(), Queries.pairs(relations.size()));
        Optional<List<Session>> exact = ifAllowed(connection, sql, values);
        return exact.isPresent()
                ? exact.get()
                : ifAllowed(connection, TRANSACTIONS, List.of()).orElse(List.of());
    }

    private static Optional<List<Session>> ifAllowed(Connection connection, String sql, List<String> values)
            throws SQLException {
        try {
            return Optional.of(Queries.list(connection, sql, values, MysqlSessions::of));
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE || new MysqlErrors().kind(e) == Kind.PERMISSION) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<String> inTheWay(LockLevel level) {
        return switch (level) {
            case NONE -> READING;
            case WRITERS_WAIT -> WRITING;
            case ALL_WAIT -> ANY;
        };
    }

    static List<String> names(Collection<Relation> relations) {
        List<String> names = new ArrayList<>();
        relations.forEach(r -> names.addAll(List.of(r.schema(), r.name())));
        return names;
    }
}
