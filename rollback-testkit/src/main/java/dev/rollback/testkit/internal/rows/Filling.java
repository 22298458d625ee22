// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Puts rows into all tables, in one transaction, parents first. */
public final class Filling {
    private final Map<TableName, Integer> rows = new LinkedHashMap<>();
    private final Map<TableName, String> refused = new TreeMap<>(Comparator.comparing(TableName::toString));

    /** Rows that were put into each table. */
    public Map<TableName, Integer> rows() {
        return rows;
    }

    /** Tables that took none, and why. */
    public Map<TableName, String> refused() {
        return refused;
    }

    /** @param styles the rows that are wanted in a table that has so many already */
    public static Filling of(Connection connection, List<Table> tables, IntFunction<List<Style>> styles)
            throws SQLException {
        Product product = Product.of(connection);
        product.begin(connection);
        Attempts attempts = new Attempts(connection, product);
        Parents parents = new Parents(connection, product);
        Filling filling = new Filling();
        for (Table table : Order.of(tables)) {
            TableFilling one = new TableFilling(table, attempts, parents);
            int count = one.fill(styles.apply(one.count()));
            if (count == 0) {
                filling.refused.put(table.name(), one.reason());
            } else {
                filling.rows.put(table.name(), count);
            }
        }
        return filling;
    }
}
