// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/** Takes rows out again, children first, as often as one more can go. */
public final class Emptying {
    private Emptying() {}

    /**
     * @param stays says of a table and the text of a row's key, as in {@code id=3}, whether it stays
     * @return rows that went
     */
    public static int of(Connection connection, List<Table> tables, BiPredicate<TableName, String> stays)
            throws SQLException {
        Product product = Product.of(connection);
        product.begin(connection);
        Attempts attempts = new Attempts(connection, product);
        List<Table> children = new ArrayList<>(Order.of(tables));
        Collections.reverse(children);
        int all = 0;
        int last;
        do {
            last = 0;
            for (Table table : children) {
                last += once(table, attempts, stays);
            }
            all += last;
        } while (last > 0);
        return all;
    }

    private static int once(Table table, Attempts attempts, BiPredicate<TableName, String> stays) throws SQLException {
        Keys keys = new Keys(table, attempts);
        int rows = 0;
        for (Keys.Key key : keys.all()) {
            if (!stays.test(table.name(), key.text()) && keys.delete(key)) {
                rows++;
            }
        }
        if (table.primaryKey().isEmpty() && !stays.test(table.name(), "")) {
            rows += Math.max(0, attempts.run("DELETE FROM " + attempts.product().quote(table.name()), List.of(), true));
        }
        return rows;
    }
}
