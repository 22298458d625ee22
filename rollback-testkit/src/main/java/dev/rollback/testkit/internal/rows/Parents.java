// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the rows that a new row points to. */
final class Parents {
    private static final int SAMPLE = 60;

    private final Connection connection;
    private final Product product;
    private final Map<ForeignKey, List<List<Value>>> rows = new LinkedHashMap<>();

    Parents(Connection connection, Product product) {
        this.connection = connection;
        this.product = product;
    }

    /**
     * The values of all pointing columns of a row. Combinations of parents follow each other as numbers do.
     *
     * @param row what the row has already; a row that points to itself takes its values from there
     * @return empty when a table that must be pointed to has no row
     */
    Optional<Map<String, Value>> of(Table table, Map<String, Value> row, int number, boolean nulls)
            throws SQLException {
        Map<String, Value> chosen = new LinkedHashMap<>();
        int rest = number;
        for (ForeignKey key : table.parents()) {
            List<List<Value>> fitting = fitting(key, chosen, rows(table, key));
            if (fitting.isEmpty() || (nulls && Order.optional(table, key))) {
                if (Order.optional(table, key)) {
                    key.columns().stream()
                            .filter(c -> Order.nullable(table, c))
                            .forEach(c -> chosen.putIfAbsent(c, Value.NULL));
                    rest(table, key, chosen, row);
                } else if (key.parent().equals(table.name()) && row.keySet().containsAll(key.referenced())) {
                    for (int i = 0; i < key.columns().size(); i++) {
                        chosen.put(
                                key.columns().get(i),
                                Objects.requireNonNull(row.get(key.referenced().get(i))));
                    }
                } else {
                    return Optional.empty();
                }
                continue;
            }
            List<Value> parent = fitting.get(Math.floorMod(rest, fitting.size()));
            rest = rest / fitting.size() + (table.keyed().containsAll(key.columns()) ? 0 : number);
            for (int i = 0; i < key.columns().size(); i++) {
                chosen.putIfAbsent(key.columns().get(i), parent.get(i));
            }
        }
        return Optional.of(chosen);
    }

    /** Columns of a foreign key that must not be NULL although the others are. */
    private void rest(Table table, ForeignKey key, Map<String, Value> chosen, Map<String, Value> row)
            throws SQLException {
        for (String column : key.columns()) {
            if (!chosen.containsKey(column)) {
                Value own = row.get(column);
                Choices choices = product.choices(table.column(column).orElseThrow());
                if (own != null) {
                    chosen.put(column, own);
                } else if (choices != null) {
                    chosen.put(column, choices.plain().get(0));
                }
            }
        }
    }

    private static List<List<Value>> fitting(ForeignKey key, Map<String, Value> chosen, List<List<Value>> rows) {
        return rows.stream()
                .filter(r -> {
                    for (int i = 0; i < key.columns().size(); i++) {
                        Value other = chosen.get(key.columns().get(i));
                        if (other != null && !other.equals(r.get(i))) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    private List<List<Value>> rows(Table table, ForeignKey key) throws SQLException {
        List<List<Value>> known = rows.get(key);
        if (known != null && !known.isEmpty()) {
            return known;
        }
        String columns = key.referenced().stream().map(product::quote).collect(Collectors.joining(", "));
        List<List<Value>> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT DISTINCT " + columns + " FROM "
                        + product.quote(key.parent()) + " ORDER BY " + columns + " LIMIT " + SAMPLE)) {
            while (result.next()) {
                List<Value> row = new ArrayList<>();
                for (int i = 1; i <= key.referenced().size(); i++) {
                    Object value = product.read(result, i);
                    if (value != null) {
                        row.add(Value.of(value));
                    }
                }
                if (row.size() == key.referenced().size()) {
                    found.add(row);
                }
            }
        }
        if (!key.parent().equals(table.name())) {
            rows.put(key, found);
        }
        return found;
    }
}
