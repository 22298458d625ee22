// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.server;

import dev.rollback.dialect.Queries;
import dev.rollback.model.Constraint;
import dev.rollback.postgres.names.PostgresNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Asks the planner how it would look up a row by a key, with all other ways made unattractive. */
final class PostgresLookup {
    private PostgresLookup() {}

    static Optional<String> misses(Connection connection, Constraint key) throws SQLException {
        List<String> conditions = conditions(connection, key);
        if (conditions.isEmpty()) {
            return Optional.of("there is no such key");
        }
        String plan = explain(
                connection,
                "EXPLAIN (FORMAT JSON) SELECT 1 FROM " + PostgresNames.quote(key.table()) + " c WHERE "
                        + String.join(" AND ", conditions));
        StringJoiner others = new StringJoiner(", ");
        Queries.each(
                connection,
                PostgresServerQueries.PLAN_NODES,
                List.of(plan, PostgresNames.quote(key.table()), key.id().name()),
                row -> {
                    if (!row.getBoolean("good")) {
                        String index = row.getString("index");
                        others.add(row.getString("type") + " on " + row.getString("relation")
                                + (index == null ? "" : " with " + index));
                    }
                });
        return others.length() == 0 ? Optional.empty() : Optional.of(others.toString());
    }

    /** Each column equal to some present value, so that no cast to its type is needed. */
    private static List<String> conditions(Connection connection, Constraint key) throws SQLException {
        String table = PostgresNames.quote(key.table());
        return Queries.list(
                connection,
                PostgresServerQueries.KEY_COLUMNS,
                List.of(table, key.id().name()),
                row -> {
                    String column = row.getString("name");
                    return "c." + column + " " + row.getString("equals") + " (SELECT s." + column + " FROM " + table
                            + " s LIMIT 1)";
                });
    }

    /** Rolling back to the savepoint also takes the settings back. */
    private static String explain(Connection connection, String sql) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        }
        try {
            Savepoint before = connection.setSavepoint();
            try (Statement statement = Queries.statement(connection)) {
                statement.execute("SET LOCAL enable_seqscan = off");
                statement.execute("SET LOCAL enable_bitmapscan = off");
                try (ResultSet rows = statement.executeQuery(sql)) {
                    rows.next();
                    return rows.getString(1);
                }
            } finally {
                connection.rollback(before);
                connection.releaseSavepoint(before);
            }
        } finally {
            if (autoCommit) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
