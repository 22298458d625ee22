// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerLocks;
import dev.rollback.dialect.Session;
import dev.rollback.model.Fingerprint;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locks of tables and of runs, and who holds them; see the manual's chapter "Explicit Locking". */
final class PostgresLocks implements ServerLocks {
    /** All modes, each stronger than those before it. */
    private static final List<String> MODES = List.of(
            "AccessShareLock",
            "RowShareLock",
            "RowExclusiveLock",
            "ShareUpdateExclusiveLock",
            "ShareLock",
            "ShareRowExclusiveLock",
            "ExclusiveLock",
            "AccessExclusiveLock");

    /**
     * By schema and name: what can be locked, views first, as who reads a view locks it before its tables. LOCK TABLE would go on
     * to the tables of a view; being given to its owner locks the view alone and changes nothing.
     */
    private static final String LOCKABLE = """
            SELECT format('%I.%I', n.nspname, c.relname) AS name,
                   CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END AS kind,
                   quote_ident(pg_get_userbyid(c.relowner)) AS owner
            FROM (SELECT DISTINCT schema, name FROM unnest(?::text[], ?::text[]) u (schema, name)) t
            JOIN pg_namespace n ON n.nspname = t.schema
            JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name
            WHERE c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
               OR c.relkind IN ('v', 'm') AND pg_has_role(c.relowner, 'USAGE')
            ORDER BY c.relkind IN ('r', 'p'), n.nspname, c.relname
            """;

    /**
     * By modes, schemas and names: sessions and prepared transactions that hold such a lock on one of the relations, or on any
     * of the users' when none is named.
     */
    private static final String BLOCKERS = """
            WITH asked AS (
                SELECT l.oid
                FROM unnest(?::text[], ?::text[]) t (schema, name)
                JOIN pg_namespace n ON n.nspname = t.schema
                JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name
                CROSS JOIN LATERAL (SELECT c.oid UNION SELECT relid FROM pg_partition_tree(c.oid)) l (oid)
            ), held AS (
                SELECT k.pid, k.virtualtransaction, array_agg(DISTINCT k.relation::regclass::text) AS holds
                FROM pg_locks k
                WHERE k.locktype = 'relation' AND k.granted AND k.mode = ANY (?)
                  AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND k.pid IS DISTINCT FROM pg_backend_pid()
                  AND (k.relation IN (SELECT oid FROM asked) OR k.relation >= 16384 AND ?)
                GROUP BY k.pid, k.virtualtransaction
            )
            SELECT CASE WHEN h.pid IS NULL THEN 'prepared transaction ' || quote_literal(p.gid)
                        ELSE 'session ' || h.pid END AS name,
                   a.application_name AS application, coalesce(a.usename, p.owner) AS user_name,
                   coalesce(a.state, 'waiting for COMMIT PREPARED') AS state,
                   coalesce(a.xact_start, a.state_change, p.prepared) AS since, a.query, h.holds,
                   coalesce(pg_backend_pid() = ANY (pg_blocking_pids(h.pid)), false) AS waits_for_us
            FROM held h
            LEFT JOIN pg_stat_activity a ON a.pid = h.pid
            LEFT JOIN pg_prepared_xacts p ON h.pid IS NULL AND h.virtualtransaction = '-1/' || p.transaction
            WHERE a.pid IS NOT NULL OR p.gid IS NOT NULL
            ORDER BY since
            """;

    /** By the halves of an advisory lock's number. */
    private static final String HOLDER = """
            SELECT 'session ' || a.pid AS name, a.application_name AS application, a.usename AS user_name, a.state,
                   coalesce(a.xact_start, a.state_change) AS since, a.query, '{}'::text[] AS holds, false AS waits_for_us
            FROM pg_locks k
            JOIN pg_stat_activity a ON a.pid = k.pid
            WHERE k.locktype = 'advisory' AND k.granted AND k.objsubid = 1
              AND k.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND k.classid::bigint = ? AND k.objid::bigint = ?
            """;

    private static final int QUERY_LENGTH = 80;

    /** Not every statement has NOWAIT. */
    private static final String SHORTEST = """
            SELECT set_config('rollback.lock_timeout', current_setting('lock_timeout'), true),
                   set_config('lock_timeout', '1ms', true)
            """;

    private static final String AS_BEFORE =
            "SELECT set_config('lock_timeout', current_setting('rollback.lock_timeout'), true)";

    @Override
    public void take(Connection connection, Collection<Relation> relations, LockLevel level, boolean queue)
            throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        Queries.each(connection, LOCKABLE, PostgresServer.names(connection, relations), row -> {
            if (row.getString("kind").equals("TABLE")) {
                tables.add(row.getString("name"));
            } else if (level == LockLevel.ALL_WAIT) {
                statements.add("ALTER %s %s OWNER TO %s"
                        .formatted(row.getString("kind"), row.getString("name"), row.getString("owner")));
            }
        });
        if (!tables.isEmpty() && level != LockLevel.NONE) {
            statements.add("LOCK TABLE " + String.join(", ", tables)
                    + (level == LockLevel.ALL_WAIT ? " IN ACCESS EXCLUSIVE MODE" : " IN SHARE ROW EXCLUSIVE MODE"));
        }
        if (!queue) {
            statements.add(0, SHORTEST);
            statements.add(AS_BEFORE);
        }
        for (String sql : statements) {
            Queries.execute(connection, sql);
        }
    }

    @Override
    public List<Session> blockers(Connection connection, Collection<Relation> relations, LockLevel level)
            throws SQLException {
        List<Object> asked = new ArrayList<>(PostgresServer.names(connection, relations));
        asked.add(connection.createArrayOf("text", inTheWay(level).toArray()));
        asked.add(relations.isEmpty());
        return Queries.list(connection, BLOCKERS, asked, PostgresLocks::session);
    }

    private static List<String> inTheWay(LockLevel level) {
        return switch (level) {
            case NONE -> MODES.subList(MODES.indexOf("AccessExclusiveLock"), MODES.size());
            case WRITERS_WAIT -> MODES.subList(MODES.indexOf("RowExclusiveLock"), MODES.size());
            case ALL_WAIT -> MODES;
        };
    }

    @Override
    public boolean tryLock(Connection connection, String backupSchema) throws SQLException {
        return Queries.list(
                        connection,
                        "SELECT pg_try_advisory_lock(?)",
                        List.of(number(backupSchema)),
                        row -> row.getBoolean(1))
                .get(0);
    }

    @Override
    public void unlock(Connection connection, String backupSchema) throws SQLException {
        Queries.execute(connection, "SELECT pg_advisory_unlock(" + number(backupSchema) + ")");
    }

    @Override
    public Optional<Session> holder(Connection connection, String backupSchema) throws SQLException {
        long number = number(backupSchema);
        return Queries.list(connection, HOLDER, List.of(number >>> 32, number & 0xffff_ffffL), PostgresLocks::session)
                .stream()
                .findFirst();
    }

    /** Advisory locks are the database's own, so its name need not go in. */
    private static long number(String backupSchema) {
        return Long.parseUnsignedLong(
                Fingerprint.of("rollback lock " + backupSchema).substring(0, 16), 16);
    }

    private static Session session(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new Session(
                row.getString("name"),
                word(row.getString("application")),
                word(row.getString("user_name")),
                word(row.getString("state")),
                since == null ? null : since.toInstant(),
                line(word(row.getString("query"))),
                Arrays.asList((String[]) row.getArray("holds").getArray()),
                row.getBoolean("waits_for_us"));
    }

    private static String word(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String line(String query) {
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= QUERY_LENGTH ? line : line.substring(0, QUERY_LENGTH) + "...";
    }
}
