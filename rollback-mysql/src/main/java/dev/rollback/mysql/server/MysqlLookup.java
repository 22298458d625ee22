// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.model.Constraint;
import dev.rollback.mysql.catalog.MysqlProduct;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the planner how it would look up rows by a key: those of the table itself, so that no value is needed. */
final class MysqlLookup {
    private static final int NO_SUCH_KEY = 1176;

    private MysqlLookup() {}

    private record Access(
            String table, @Nullable String type, @Nullable String key) {}

    static Optional<String> misses(Connection connection, Constraint key) throws SQLException {
        String index = key.id().name();
        String table = quote(key.table());
        String on = key.columns().stream()
                .map(c -> "c." + quote(c) + " = s." + quote(c))
                .collect(Collectors.joining(" AND "));
        String explain =
                MysqlProduct.of(connection.getMetaData()).mariaDb() ? "EXPLAIN " : "EXPLAIN FORMAT=TRADITIONAL ";
        List<Access> accesses;
        try {
            accesses = Queries.list(
                    connection,
                    explain + "SELECT 1 FROM " + table + " s STRAIGHT_JOIN " + table + " c FORCE INDEX (" + quote(index)
                            + ") ON " + on,
                    List.of(),
                    row -> new Access(row.getString("table"), row.getString("type"), row.getString("key")));
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_KEY) {
                return Optional.of("there is no such key");
            }
            throw e;
        }
        return accesses.stream()
                .filter(a -> "c".equals(a.table()) && !(index.equals(a.key()) && isLookup(a.type())))
                .findFirst()
                .map(a -> Objects.requireNonNullElse(a.type(), "no access") + " on " + table
                        + (a.key() == null ? "" : " with " + a.key()));
    }

    private static boolean isLookup(@Nullable String type) {
        return "eq_ref".equals(type) || "ref".equals(type) || "const".equals(type);
    }
}
