// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What {@link BoundaryRows#change()} wrote: rows for each table, as in {@code public.orders}. */
public record Changed(Map<String, Integer> inserted, Map<String, Integer> updated, Map<String, Integer> deleted) {
    public Changed {
        inserted = Collections.unmodifiableMap(new TreeMap<>(inserted));
        updated = Collections.unmodifiableMap(new TreeMap<>(updated));
        deleted = Collections.unmodifiableMap(new TreeMap<>(deleted));
    }
}
