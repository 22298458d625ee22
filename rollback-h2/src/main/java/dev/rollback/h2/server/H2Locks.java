// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.server;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.ServerLocks;
import dev.rollback.dialect.Session;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.plan.LockLevel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * H2 has no locks by name: they are rows of a table in the backup schema, each with the session that has it. A row of a session
 * that is gone counts for nothing.
 */
final class H2Locks implements ServerLocks {
    private static final int DUPLICATE = 23505;
    /** What is locked is named after the backup schema, with what is done in it. */
    private static final String CAPTURE = " capture";

    private static final String GONE = """
            DELETE FROM %s
            WHERE "name" = ? AND NOT EXISTS (
              SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS s
              WHERE s.SESSION_ID = "session" AND s.SESSION_START = "since")
            """;
    private static final String TAKE = """
            INSERT INTO %s
            SELECT ?, SESSION_ID, SESSION_START FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()
            """;
    private static final String SESSIONS = """
            SELECT s.SESSION_ID AS no, s.USER_NAME AS login, s.CLIENT_INFO AS client, s.SESSION_STATE AS state,
              s.EXECUTING_STATEMENT AS statement, s.SESSION_START AS since%s
            FROM INFORMATION_SCHEMA.SESSIONS s
            """;
    private static final String HOLDER = SESSIONS.formatted("")
            + "JOIN %s l ON l.\"session\" = s.SESSION_ID AND l.\"since\" = s.SESSION_START\n" + "WHERE l.\"name\" = ?";
    private static final String BLOCKERS = SESSIONS.formatted(", l.TABLE_SCHEMA || '.' || l.TABLE_NAME AS held")
            + "JOIN INFORMATION_SCHEMA.LOCKS l ON l.SESSION_ID = s.SESSION_ID\nWHERE s.SESSION_ID <> SESSION_ID()";

    private static String schema(String name) {
        int purpose = name.indexOf(CAPTURE);
        return purpose < 0 ? name : name.substring(0, purpose);
    }

    private static String table(String name) {
        return H2Names.quote(schema(name), "rollback_lock");
    }

    /** Whether anybody has ever taken a lock. */
    private static boolean isThere(Connection connection, String name) throws SQLException {
        return !Queries.list(
                        connection,
                        "SELECT 1 AS x FROM INFORMATION_SCHEMA.TABLES"
                                + " WHERE TABLE_SCHEMA = ? AND TABLE_NAME = 'rollback_lock'",
                        List.of(schema(name)),
                        row -> row.getInt("x"))
                .isEmpty();
    }

    @Override
    public boolean tryLock(Connection connection, String name) throws SQLException {
        String table = table(name);
        String schema = table.substring(0, table.length() - ".\"rollback_lock\"".length());
        Queries.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + schema);
        Queries.execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + table + " (\"name\" CHARACTER VARYING PRIMARY KEY, \"session\" INTEGER,"
                        + " \"since\" TIMESTAMP(9) WITH TIME ZONE)");
        update(connection, GONE.formatted(table), name);
        try {
            update(connection, TAKE.formatted(table), name);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == DUPLICATE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void unlock(Connection connection, String name) throws SQLException {
        update(connection, "DELETE FROM " + table(name) + " WHERE \"name\" = ? AND \"session\" = SESSION_ID()", name);
    }

    private static void update(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    @Override
    public void take(Connection connection, Collection<Relation> relations, LockLevel level, boolean queue) {
        throw new IllegalStateException("a run has the database for itself, and locks no single tables");
    }

    @Override
    public Optional<Session> holder(Connection connection, String name) throws SQLException {
        if (!isThere(connection, name)) {
            return Optional.empty();
        }
        return Queries.list(connection, HOLDER.formatted(table(name)), List.of(name), row -> session(row, List.of()))
                .stream()
                .findFirst();
    }

    /** Sessions that have changed rows of relations and not committed yet; of any without relations. */
    @Override
    public List<Session> blockers(Connection connection, Collection<Relation> relations, LockLevel level)
            throws SQLException {
        List<String> values = new ArrayList<>();
        String of = relations.stream()
                .map(r -> {
                    values.add(r.schema());
                    values.add(r.name());
                    return "l.TABLE_SCHEMA = ? AND l.TABLE_NAME = ?";
                })
                .collect(Collectors.joining(" OR "));
        return Queries.list(
                connection,
                BLOCKERS + (of.isEmpty() ? "" : " AND (" + of + ")"),
                values,
                row -> session(row, List.of(row.getString("held"))));
    }

    private static Session session(ResultSet row, List<String> holds) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        return new Session(
                "session " + row.getString("no"),
                orEmpty(row.getString("client")),
                orEmpty(row.getString("login")),
                orEmpty(row.getString("state")),
                since == null ? null : since.toInstant(),
                orEmpty(row.getString("statement")).lines().findFirst().orElse(""),
                holds,
                false);
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
