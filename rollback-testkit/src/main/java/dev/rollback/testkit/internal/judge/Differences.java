// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Lines that say what is different, few enough to be read. */
public final class Differences {
    private static final int MOST = 20;
    private static final int LONGEST = 80;

    private final List<String> lines = new ArrayList<>();

    /**
     * All that two pictures differ in.
     *
     * @param counted rows of a table that may be different, as they are told
     */
    public static List<String> between(Picture before, Picture after, ToLongFunction<String> counted) {
        Differences differences = new Differences();
        differences.structure(before, after);
        before.tables().forEach((table, rows) -> {
            TableRows now = after.tables().get(table);
            if (now != null) {
                differences.addUnless(counted.applyAsLong(table), rows(table, rows, now));
            }
        });
        return differences.lines();
    }

    /** Takes over what rows differ in, one of these each, unless they are no more than that. */
    void addUnless(long excused, List<Differences> rows) {
        if (rows.stream().filter(r -> !r.lines.isEmpty()).count() > excused) {
            rows.forEach(r -> lines.addAll(r.lines));
        }
    }

    /** What two structures differ in. */
    public static List<String> ofStructure(Picture before, Picture after) {
        Differences differences = new Differences();
        differences.structure(before, after);
        return differences.lines();
    }

    void add(String line) {
        lines.add(line);
    }

    /** The first of them, and how many more there are. */
    List<String> lines() {
        if (lines.size() <= MOST) {
            return List.copyOf(lines);
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add("... and " + (lines.size() - MOST) + " more");
        return first;
    }

    private void structure(Picture before, Picture after) {
        TreeSet<String> all = new TreeSet<>(before.structure().keySet());
        all.addAll(after.structure().keySet());
        for (String object : all) {
            String was = before.structure().get(object);
            String is = after.structure().get(object);
            if (is == null) {
                add(object + " is missing; it was " + was);
            } else if (was == null) {
                add(object + " is there and was not: " + is);
            } else if (!was.equals(is)) {
                add(object + "\n      was " + was + "\n      is  " + is);
            }
        }
    }

    private static List<Differences> rows(String table, TableRows before, TableRows after) {
        List<Differences> rows = new ArrayList<>();
        before.rows().forEach((key, row) -> {
            Map<String, @Nullable String> now = after.rows().get(key);
            Differences here = new Differences();
            if (now == null) {
                here.add(table + ": row " + cut(key) + " is missing");
            } else {
                row.forEach((column, value) -> here.value(table, key, column, value, now.get(column)));
            }
            rows.add(here);
        });
        for (String key : after.keys()) {
            if (!before.keys().contains(key)) {
                Differences here = new Differences();
                here.add(table + ": row " + cut(key) + " is there and was not");
                rows.add(here);
            }
        }
        return rows;
    }

    void value(String table, String key, String column, @Nullable String was, @Nullable String is) {
        if (!Objects.equals(was, is)) {
            add(table + ": row " + cut(key) + ": " + column + " was " + quoted(was) + " and is " + quoted(is));
        }
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static String quoted(@Nullable String value) {
        return value == null ? "NULL" : "'" + cut(value) + "'";
    }
}
