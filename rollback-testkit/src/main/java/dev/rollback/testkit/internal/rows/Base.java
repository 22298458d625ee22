// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The plainest values that a table may accept, the likeliest first; rules that name values are asked for them. */
final class Base {
    private static final int MOST = 600;

    private Base() {}

    static List<Map<String, Value>> candidates(Table table, RowMaker maker, Product product) {
        List<Map<String, Value>> all = new ArrayList<>();
        all.add(assign(maker, c -> c.nullable() ? List.of(Value.NULL) : maker.at(c, Style.PLAIN)));
        all.add(assign(maker, c -> maker.at(c, Style.PLAIN)));
        all.add(assign(maker, c -> c.defaulted() ? List.of(Value.DEFAULT) : maker.at(c, Style.PLAIN)));
        Map<String, List<Value>> ruled = ruled(table, product);
        if (!ruled.isEmpty()) {
            combine(all, all.get(0), ruled, MOST / 2);
            combine(all, all.get(1), ruled, MOST);
        }
        return all;
    }

    private static Map<String, Value> assign(RowMaker maker, Function<Column, List<Value>> values) {
        Map<String, Value> chosen = new LinkedHashMap<>();
        for (Column column : maker.free()) {
            values.apply(column).stream().findFirst().ifPresent(v -> chosen.put(column.name(), v));
        }
        return chosen;
    }

    private static Map<String, List<Value>> ruled(Table table, Product product) {
        Map<String, List<Value>> ruled = new LinkedHashMap<>();
        for (Column column : table.writable()) {
            List<Rule> rules = Rule.of(table.rules(), column.name());
            Choices choices = product.choices(column);
            if (!rules.isEmpty() && choices != null && !table.pointing().contains(column.name())) {
                ruled.put(column.name(), Literals.around(rules, choices.plain(), column.size()));
            }
        }
        return ruled;
    }

    /** Every combination, those that differ in few columns from the first of each list first, as far as there is room. */
    private static void combine(
            List<Map<String, Value>> all, Map<String, Value> start, Map<String, List<Value>> ruled, int most) {
        List<String> columns = List.copyOf(ruled.keySet());
        int[] place = new int[columns.size()];
        while (all.size() < most) {
            Map<String, Value> next = new LinkedHashMap<>(start);
            for (int i = 0; i < place.length; i++) {
                next.put(columns.get(i), values(ruled, columns, i).get(place[i]));
            }
            all.add(next);
            int i = 0;
            while (i < place.length && ++place[i] == values(ruled, columns, i).size()) {
                place[i++] = 0;
            }
            if (i == place.length) {
                return;
            }
        }
    }

    private static List<Value> values(Map<String, List<Value>> ruled, List<String> columns, int index) {
        return ruled.getOrDefault(columns.get(index), List.of());
    }
}
