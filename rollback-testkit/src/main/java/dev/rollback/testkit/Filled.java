// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was put into tables.
 *
 * @param rows for each table, as in {@code public.orders}, how many rows
 * @param refused the tables that took none, and what their server said
 */
public record Filled(Map<String, Integer> rows, Map<String, String> refused) {
    public Filled {
        rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }
}
