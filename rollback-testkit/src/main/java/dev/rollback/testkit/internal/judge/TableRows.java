// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table.
 *
 * @param key the primary key's columns; empty without one
 * @param types of all columns, in their order
 * @param rows by key, as in {@code id=3}; without a primary key by all of their values
 */
public record TableRows(List<String> key, Map<String, String> types, Map<String, Map<String, @Nullable String>> rows) {

    boolean hasKey() {
        return !key.isEmpty();
    }

    Set<String> keys() {
        return rows.keySet();
    }
}
