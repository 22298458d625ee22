// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a rollback leaves where nobody can tell what the migration itself did to rows: the old structure with its rows. */
public final class KeptRows {
    private KeptRows() {}

    public static Picture of(Picture before, Picture migrated) {
        Map<String, TableRows> tables = new TreeMap<>();
        before.tables().forEach((table, old) -> {
            TableRows now = migrated.tables().get(table);
            if (now != null && old.hasKey() && old.key().equals(now.key())) {
                tables.put(table, rows(old, now));
            } else {
                tables.put(table, old);
            }
        });
        return new Picture(before.structure(), tables);
    }

    /** Tables whose rows are not the same in both. */
    public static List<String> tables(Picture before, Picture kept) {
        List<String> tables = new ArrayList<>();
        before.tables().forEach((table, old) -> {
            TableRows now = kept.tables().get(table);
            if (now != null && !now.rows().equals(old.rows())) {
                tables.add(table);
            }
        });
        return tables;
    }

    private static TableRows rows(TableRows old, TableRows now) {
        Map<String, Map<String, @Nullable String>> rows = new LinkedHashMap<>(old.rows());
        now.rows().forEach((key, row) -> {
            Map<String, @Nullable String> was = old.rows().getOrDefault(key, Map.of());
            Map<String, @Nullable String> kept = new LinkedHashMap<>();
            old.types()
                    .forEach((column, type) -> kept.put(
                            column, Objects.equals(type, now.types().get(column)) ? row.get(column) : was.get(column)));
            rows.put(key, kept);
        });
        return new TableRows(old.key(), old.types(), rows);
    }
}
