// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Statements that the server may refuse, each behind a savepoint of the open transaction. */
final class Attempts {
    private final Connection connection;
    private final Product product;
    private String refusal = "";

    Attempts(Connection connection, Product product) {
        this.connection = connection;
        this.product = product;
    }

    Connection connection() {
        return connection;
    }

    Product product() {
        return product;
    }

    /** Why the last refused statement was refused. */
    String refusal() {
        return refusal;
    }

    /** @param keep whether an accepted row stays, or was only asked for */
    boolean insert(Table table, Map<String, Value> row, boolean keep) throws SQLException {
        String columns = row.keySet().stream().map(product::quote).collect(Collectors.joining(", "));
        String values = row.values().stream().map(Value::expression).collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + product.quote(table.name()) + " (" + columns + ") VALUES (" + values + ")";
        return run(sql, List.copyOf(row.values()), keep) == 1;
    }

    /** Rows that a statement changed; -1 when it was refused. */
    int run(String sql, List<Value> values, boolean keep) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            int rows = execute(sql, values);
            if (!keep) {
                connection.rollback(before);
            }
            return rows;
        } catch (SQLException e) {
            refusal = String.valueOf(e.getMessage()).strip();
            connection.rollback(before);
            return -1;
        }
    }

    private int execute(String sql, List<Value> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 0;
            for (Value value : values) {
                Object bound = value.bound();
                if (bound != null) {
                    product.bind(statement, ++index, bound);
                }
            }
            return statement.executeUpdate();
        }
    }
}
