// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Names single rows by their primary keys. */
final class Keys {
    private final Table table;
    private final Attempts attempts;

    /** @param text as in {@code id=3} */
    record Key(List<Value> values, String text) {}

    Keys(Table table, Attempts attempts) {
        this.table = table;
        this.attempts = attempts;
    }

    /** The keys of all rows, in order; none without a primary key. */
    List<Key> all() throws SQLException {
        if (table.primaryKey().isEmpty()) {
            return List.of();
        }
        Product product = attempts.product();
        String columns = table.primaryKey().stream().map(product::quote).collect(Collectors.joining(", "));
        List<Key> keys = new ArrayList<>();
        try (Statement statement = attempts.connection().createStatement();
                ResultSet result = statement.executeQuery(
                        "SELECT " + columns + " FROM " + product.quote(table.name()) + " ORDER BY " + columns)) {
            while (result.next()) {
                List<Value> key = new ArrayList<>();
                List<String> text = new ArrayList<>();
                for (int i = 1; i <= table.primaryKey().size(); i++) {
                    Object value = product.read(result, i);
                    key.add(value == null ? Value.NULL : Value.of(value));
                    text.add(table.primaryKey().get(i - 1) + "=" + product.text(result, i));
                }
                keys.add(new Key(key, String.join(", ", text)));
            }
        }
        return keys;
    }

    boolean delete(Key key) throws SQLException {
        return attempts.run("DELETE FROM " + attempts.product().quote(table.name()) + where(), key.values(), true) == 1;
    }

    /** Sets columns to values, in the same order. */
    boolean update(List<String> columns, List<Value> values, Key key) throws SQLException {
        List<String> set = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            set.add(attempts.product().quote(columns.get(i)) + " = "
                    + values.get(i).expression());
        }
        List<Value> all = new ArrayList<>(values);
        all.addAll(key.values());
        String sql = "UPDATE " + attempts.product().quote(table.name()) + " SET " + String.join(", ", set) + where();
        return attempts.run(sql, all, true) == 1;
    }

    private String where() {
        return table.primaryKey().stream()
                .map(c -> attempts.product().quote(c) + " = ?")
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }
}
