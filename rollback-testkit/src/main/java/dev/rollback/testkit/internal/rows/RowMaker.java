// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a row together: keys by number, pointing columns by parents, everything else as asked. */
final class RowMaker {
    private final Table table;
    private final Product product;
    private final Parents parents;
    private final Set<String> keyed;
    private final Set<String> pointing;

    RowMaker(Table table, Product product, Parents parents) {
        this.table = table;
        this.product = product;
        this.parents = parents;
        this.keyed = table.keyed();
        this.pointing = table.pointing();
    }

    /** Columns whose values are free: neither keys nor pointing nor made by the server. */
    List<Column> free() {
        return table.writable().stream()
                .filter(c -> !keyed.contains(c.name()) && !pointing.contains(c.name()))
                .toList();
    }

    /** What a free column takes at an edge; NULL, the default or nothing where it takes no such value. */
    List<Value> at(Column column, Style style) {
        Choices choices = product.choices(column);
        if (choices == null) {
            return fallback(column);
        }
        if (style == Style.NULLS) {
            return column.nullable() ? List.of(Value.NULL) : choices.plain();
        }
        return choices.at(style);
    }

    private static List<Value> fallback(Column column) {
        if (column.nullable()) {
            return List.of(Value.NULL);
        }
        return column.defaulted() ? List.of(Value.DEFAULT) : List.of();
    }

    /** Columns that must have a value of a type that nobody here knows. */
    List<Column> unknown() {
        return table.writable().stream()
                .filter(c -> !pointing.contains(c.name()))
                .filter(c -> product.choices(c) == null && fallback(c).isEmpty())
                .toList();
    }

    /**
     * A row.
     *
     * @param chosen values of free columns, and of keys where they shall not go by number
     * @return empty when a table that it must point to has no row
     */
    Optional<Map<String, Value>> row(Map<String, Value> chosen, int number, Style style) throws SQLException {
        Map<String, Value> row = new LinkedHashMap<>();
        for (Column column : table.writable()) {
            Value value = chosen.get(column.name());
            if (value == null && keyed.contains(column.name()) && !pointing.contains(column.name())) {
                value = key(column, number, style);
            }
            if (value != null) {
                row.put(column.name(), value);
            }
        }
        Optional<Map<String, Value>> pointers = parents.of(table, row, number - 1, style == Style.NULLS);
        pointers.ifPresent(row::putAll);
        if (row.isEmpty()) {
            row.put(table.columns().get(0).name(), Value.DEFAULT);
        }
        return pointers.map(p -> row);
    }

    private Value key(Column column, int number, Style style) {
        Choices choices = product.choices(column);
        boolean nullable = Order.nullable(table, column.name());
        if (choices == null || (style == Style.NULLS && nullable)) {
            return nullable ? Value.NULL : Value.DEFAULT;
        }
        return choices.key().of(number, style == Style.ODD);
    }
}
