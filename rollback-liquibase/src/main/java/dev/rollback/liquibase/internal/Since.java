// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Liquibase has written since a capture.
 *
 * @param now all rows, in their order
 * @param standing rows that are as they were
 * @param added change sets that ran since, the last one first
 * @param rerun change sets that ran before and again since: the row now, and then
 * @param faults what Liquibase cannot have written, in words
 */
record Since(
        List<ChangelogRow> now,
        List<ChangelogRow> standing,
        List<ChangelogRow> added,
        Map<ChangelogRow, ChangelogRow> rerun,
        List<String> faults) {

    static Since between(List<ChangelogRow> then, List<ChangelogRow> now) {
        int last = then.stream().mapToInt(ChangelogRow::order).max().orElse(0);
        Map<String, ChangelogRow> before = new HashMap<>();
        then.forEach(r -> before.put(r.path(), r));
        List<ChangelogRow> standing = new ArrayList<>();
        List<ChangelogRow> added = new ArrayList<>();
        Map<ChangelogRow, ChangelogRow> rerun = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        Set<String> found = new HashSet<>();
        for (ChangelogRow row : now) {
            ChangelogRow old = before.get(row.path());
            found.add(row.path());
            if (old != null && old.order() == row.order()) {
                standing.add(row);
            } else if (row.order() <= last) {
                faults.add("the row of " + row.path() + " was put in or moved");
            } else if (old == null) {
                added.add(row);
            } else if (row.isRerun()) {
                rerun.put(row, old);
            } else {
                faults.add("the row of " + row.path() + " was taken out and written anew");
            }
        }
        then.stream()
                .filter(r -> !found.contains(r.path()))
                .forEach(r -> faults.add("the row of " + r.path() + " is gone"));
        Collections.reverse(added);
        return new Since(now, standing, added, rerun, faults);
    }

    /** Liquibase went on from there, and nothing else happened to its table. */
    boolean isClean() {
        return faults.isEmpty();
    }

    boolean isEmpty() {
        return added.isEmpty() && rerun.isEmpty();
    }

    /** Everything that a way back takes back, in the order of the runs. */
    List<ChangelogRow> taken() {
        List<ChangelogRow> taken = new ArrayList<>(now);
        taken.removeAll(standing);
        return taken;
    }
}
