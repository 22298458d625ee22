// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Writes as an application does: deletes, updates and inserts a few rows of every table. */
public final class Changing {
    private static final int LAST = 5;

    private final Map<TableName, Integer> deleted = new LinkedHashMap<>();
    private final Map<TableName, Integer> updated = new LinkedHashMap<>();
    private final Map<TableName, Integer> inserted = new LinkedHashMap<>();

    public Map<TableName, Integer> deleted() {
        return deleted;
    }

    public Map<TableName, Integer> updated() {
        return updated;
    }

    public Map<TableName, Integer> inserted() {
        return inserted;
    }

    /** @param spared says of a table and the text of a row's key, as in {@code id=3}, whether it is left alone */
    public static Changing of(Connection connection, List<Table> tables, BiPredicate<TableName, String> spared)
            throws SQLException {
        Product product = Product.of(connection);
        product.begin(connection);
        Attempts attempts = new Attempts(connection, product);
        Changing changing = new Changing();
        List<Table> ordered = Order.of(tables);
        List<Table> children = new ArrayList<>(ordered);
        Collections.reverse(children);
        for (Table table : children) {
            changing.deleted.put(table.name(), delete(new Keys(table, attempts), k -> spared.test(table.name(), k)));
        }
        Parents parents = new Parents(connection, product);
        for (Table table : ordered) {
            RowMaker maker = new RowMaker(table, product, parents);
            changing.updated.put(
                    table.name(), update(new Keys(table, attempts), maker, k -> spared.test(table.name(), k)));
            TableFilling filling = new TableFilling(table, attempts, parents);
            changing.inserted.put(table.name(), filling.fill(List.of(Style.HIGH, Style.PLAIN)));
        }
        return changing;
    }

    /** The last row that may go, if there are others. */
    private static int delete(Keys keys, Predicate<String> spared) throws SQLException {
        List<Keys.Key> all = free(keys, spared);
        for (int i = all.size() - 1; i > 0 && i >= all.size() - LAST; i--) {
            if (keys.delete(all.get(i))) {
                return 1;
            }
        }
        return 0;
    }

    private static int update(Keys keys, RowMaker maker, Predicate<String> spared) throws SQLException {
        List<Keys.Key> all = free(keys, spared);
        int rows = 0;
        for (Style style : List.of(Style.ODD, Style.HIGH)) {
            if (rows < all.size() && update(keys, maker, style, all.get(rows))) {
                rows++;
            }
        }
        return rows;
    }

    private static List<Keys.Key> free(Keys keys, Predicate<String> spared) throws SQLException {
        return keys.all().stream().filter(k -> !spared.test(k.text())).toList();
    }

    private static boolean update(Keys keys, RowMaker maker, Style style, Keys.Key key) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Column column : maker.free()) {
            maker.at(column, style).stream().findFirst().ifPresent(v -> {
                columns.add(column.name());
                values.add(v);
            });
        }
        if (columns.isEmpty() || keys.update(columns, values, key)) {
            return !columns.isEmpty();
        }
        boolean any = false;
        for (int i = 0; i < columns.size(); i++) {
            any |= keys.update(List.of(columns.get(i)), List.of(values.get(i)), key);
        }
        return any;
    }
}
