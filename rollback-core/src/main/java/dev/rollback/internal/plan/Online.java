// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether others may write to tables while their rows are copied beside them.
 *
 * @param keys the live columns by which the rows of a table are followed, by tables of the old shape
 * @param reasons why other tables cannot be followed
 */
public record Online(Map<ObjectId, List<Column>> keys, Map<ObjectId, String> reasons) {
    /** Where one transaction holds all steps. */
    static final Online NEVER = new Online(Map.of(), Map.of());

    public Online {
        keys = new TreeMap<>(keys);
        reasons = new TreeMap<>(reasons);
    }

    /** One run treats all its tables the same, as they change places together. */
    public boolean isPossible() {
        return !keys.isEmpty() && reasons.isEmpty();
    }

    /** What the plan tells about it. */
    List<String> notes() {
        if (isPossible()) {
            return List.of("Others go on writing while rows are copied; they wait for moments before the exchange.");
        }
        return reasons.isEmpty() ? List.of() : List.of("Writers wait while rows are copied: " + reason() + ".");
    }

    /** Why it is not possible, in one line. */
    public String reason() {
        return reasons.entrySet().stream()
                .map(e -> "rows of " + e.getKey().path() + " cannot be followed: " + e.getValue())
                .collect(Collectors.joining("; "));
    }
}
