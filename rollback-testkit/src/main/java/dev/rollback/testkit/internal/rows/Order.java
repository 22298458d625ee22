// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parents before children; where tables point at each other, the one that may begin with NULL comes first. */
final class Order {
    private Order() {}

    static List<Table> of(List<Table> tables) {
        List<Table> left = new ArrayList<>(tables);
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<TableName> missing =
                    left.stream().map(Table::name).collect(Collectors.toCollection(LinkedHashSet::new));
            Table next = first(left, t -> t.parents().stream().noneMatch(p -> waits(t, p, missing)));
            if (next == null) {
                next = first(left, t -> t.parents().stream().noneMatch(p -> waits(t, p, missing) && !optional(t, p)));
            }
            if (next == null) {
                next = left.get(0);
            }
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** Whether a foreign key can be left NULL. */
    static boolean optional(Table table, ForeignKey key) {
        return key.columns().stream().anyMatch(c -> nullable(table, c));
    }

    static boolean nullable(Table table, String column) {
        return !table.primaryKey().contains(column)
                && table.column(column).map(Column::nullable).orElse(false);
    }

    private static boolean waits(Table table, ForeignKey key, Set<TableName> missing) {
        return !key.parent().equals(table.name()) && missing.contains(key.parent());
    }

    private static @Nullable Table first(List<Table> tables, Predicate<Table> ready) {
        return tables.stream().filter(ready).findFirst().orElse(null);
    }
}
