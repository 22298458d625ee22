// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Columns that do not stand where they stood among the others. Where columns have no numbers, nothing else tells that one was
 * made anew under an old name, or that two exchanged their names.
 */
final class MovedColumns {
    private MovedColumns() {}

    /** The fewest columns without which the others stand in the old order. */
    static Set<String> of(Table old, Table now) {
        List<String> names = old.columns().stream()
                .map(Column::name)
                .filter(n -> now.column(n).isPresent())
                .toList();
        List<String> there =
                now.columns().stream().map(Column::name).filter(names::contains).toList();
        List<List<String>> longest = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            List<String> best = List.of();
            for (int j = 0; j < i; j++) {
                boolean inOrder = names.indexOf(there.get(j)) < names.indexOf(there.get(i));
                if (inOrder && longest.get(j).size() > best.size()) {
                    best = longest.get(j);
                }
            }
            List<String> run = new ArrayList<>(best);
            run.add(there.get(i));
            longest.add(run);
        }
        Set<String> moved = new TreeSet<>(names);
        longest.stream().reduce((a, b) -> b.size() > a.size() ? b : a).ifPresent(moved::removeAll);
        return moved;
    }
}
