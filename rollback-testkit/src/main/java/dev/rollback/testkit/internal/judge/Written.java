// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was written between a migration and its rollback survived: rows written are there, deleted ones are not back, the
 * others are as they were.
 *
 * @param before the migration
 * @param migrated after it
 * @param written after the writes
 * @param after the rollback
 * @param counted rows of a table, as in {@code public.people}, that the rollback says it could not keep
 */
public record Written(
        Picture before, Picture migrated, Picture written, Picture after, ToLongFunction<String> counted) {

    public List<String> differences() {
        Differences found = new Differences();
        before.tables().keySet().forEach(t -> table(t, found));
        return found.lines();
    }

    private void table(String table, Differences found) {
        TableRows old = Objects.requireNonNull(before.tables().get(table));
        TableRows now = after.tables().get(table);
        TableRows start = migrated.tables().get(table);
        TableRows end = written.tables().get(table);
        if (now == null) {
            found.add(table + " is missing with all its rows");
        } else if (start == null
                || end == null
                || !old.key().equals(start.key())
                || !old.hasKey()
                || rekeyed(old, start)) {
            byCount(table, old, start, end, now, found);
        } else {
            byKey(table, old, start, end, now, found);
        }
    }

    private static boolean rekeyed(TableRows old, TableRows start) {
        return !old.rows().isEmpty()
                && !start.rows().isEmpty()
                && old.keys().stream().noneMatch(start.keys()::contains);
    }

    /** Where rows have no lasting key, they are as many as they must be. */
    private void byCount(
            String table,
            TableRows old,
            @Nullable TableRows start,
            @Nullable TableRows end,
            TableRows now,
            Differences found) {
        boolean elsewhere = start == null || end == null;
        long more = start == null || end == null
                ? writtenElsewhere()
                : (long) end.rows().size() - start.rows().size();
        long expected = old.rows().size() + more;
        long actual = now.rows().size();
        long tolerance = counted.applyAsLong(table) + (elsewhere ? Math.abs(more) : 0);
        if (Math.abs(actual - expected) > tolerance) {
            found.add(table + " had " + old.rows().size() + " rows, the writes made it " + expected
                    + (tolerance == 0 ? "" : " (" + tolerance + " of them are told)") + ", and it has " + actual);
        }
    }

    /** Rows that the writes added to tables that the old shape does not have, such as renamed ones. */
    private long writtenElsewhere() {
        return written.tables().entrySet().stream()
                .filter(e -> !before.tables().containsKey(e.getKey()))
                .mapToLong(e -> e.getValue().rows().size()
                        - Objects.requireNonNull(migrated.tables().get(e.getKey()))
                                .rows()
                                .size())
                .sum();
    }

    private void byKey(String table, TableRows old, TableRows start, TableRows end, TableRows now, Differences found) {
        Set<String> keys = new TreeSet<>(old.keys());
        keys.addAll(end.keys());
        keys.addAll(start.keys());
        Map<String, String> moved = moved(old, start);
        List<Differences> rows = new ArrayList<>();
        for (String key : keys) {
            Differences here = new Differences();
            Map<String, @Nullable String> was = old.rows().get(key);
            Map<String, @Nullable String> migratedTo = start.rows().get(key);
            Map<String, @Nullable String> writtenTo = end.rows().get(key);
            Map<String, @Nullable String> is = now.rows().get(key);
            if (Objects.equals(migratedTo, writtenTo)) {
                untouched(table, key, was, is, here);
            } else if (writtenTo == null) {
                if (is != null) {
                    here.add(table + ": row " + Differences.cut(key) + " was deleted after the migration and is back");
                }
            } else if (is == null) {
                here.add(table + ": row " + Differences.cut(key) + " was "
                        + (migratedTo == null ? "inserted" : "updated") + " after the migration and is missing");
            } else {
                values(new Row(table, key, was, migratedTo, writtenTo, is), old, end, moved, here);
            }
            rows.add(here);
        }
        for (String key : now.keys()) {
            if (!keys.contains(key)) {
                Differences here = new Differences();
                here.add(table + ": row " + Differences.cut(key) + " is there and nobody wrote it");
                rows.add(here);
            }
        }
        found.addUnless(counted.applyAsLong(table), rows);
    }

    private static void untouched(
            String table,
            String key,
            @Nullable Map<String, @Nullable String> was,
            @Nullable Map<String, @Nullable String> is,
            Differences here) {
        if (was == null && is != null) {
            here.add(table + ": row " + Differences.cut(key) + " was made by the migration and is still there");
        } else if (was != null && is == null) {
            here.add(table + ": row " + Differences.cut(key) + " is missing, and nobody touched it");
        } else if (was != null && is != null) {
            was.forEach((column, value) -> here.value(table, key, column, value, is.get(column)));
        }
    }

    private record Row(
            String table,
            String key,
            @Nullable Map<String, @Nullable String> was,
            @Nullable Map<String, @Nullable String> migrated,
            Map<String, @Nullable String> written,
            Map<String, @Nullable String> is) {

        boolean unchanged(String column) {
            return migrated != null && Objects.equals(migrated.get(column), written.get(column));
        }
    }

    /** Columns that have another name by then, though a new column has theirs: all of their values stand under it. */
    private static Map<String, String> moved(TableRows old, TableRows start) {
        Map<String, String> moved = new HashMap<>();
        for (String column : old.types().keySet()) {
            if (old.rows().isEmpty() || !start.types().containsKey(column) || holds(column, column, old, start)) {
                continue;
            }
            start.types().keySet().stream()
                    .filter(c -> !old.types().containsKey(c) && holds(column, c, old, start))
                    .findFirst()
                    .ifPresent(c -> moved.put(column, c));
        }
        return moved;
    }

    private static boolean holds(String column, String later, TableRows old, TableRows start) {
        return old.rows().entrySet().stream()
                .filter(e -> start.rows().containsKey(e.getKey()))
                .allMatch(e -> Objects.equals(
                        e.getValue().get(column),
                        Objects.requireNonNull(start.rows().get(e.getKey())).get(later)));
    }

    /** It comes back with its current value where renamed columns are known, and from the backup where they are not. */
    private static void renamed(Row row, String column, @Nullable String later, @Nullable String is, Differences here) {
        if (row.was() != null && !Objects.equals(row.was().get(column), is)) {
            here.value(row.table(), row.key(), column, row.written().get(String.valueOf(later)), is);
        }
    }

    /** Columns that the migration left alone hold what was written; the others cannot be foretold. */
    private static void values(Row row, TableRows old, TableRows end, Map<String, String> moved, Differences here) {
        old.types().forEach((column, type) -> {
            if (!type.equals(end.types().get(column))) {
                return;
            }
            String is = row.is().get(column);
            if (moved.containsKey(column)) {
                renamed(row, column, moved.get(column), is, here);
                return;
            }
            boolean kept = row.was() != null
                    && row.unchanged(column)
                    && Objects.equals(row.was().get(column), is);
            if (!kept) {
                here.value(row.table(), row.key(), column, row.written().get(column), is);
            }
        });
    }
}
