// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.model.Table;
import dev.rollback.postgres.rows.PostgresElements.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether a partitioned table has a partition for a row, as a condition over bare column names. */
final class PostgresPartitions {
    private static final String LOWEST = "MINVALUE";
    private static final String HIGHEST = "MAXVALUE";

    private final List<Table> partitions;

    private PostgresPartitions(List<Table> partitions) {
        this.partitions = partitions;
    }

    /** Empty when every row has a partition, or the partitions are not understood. */
    static Optional<String> fit(Table table, List<Table> partitions) {
        try {
            String condition = new PostgresPartitions(partitions).fit(table);
            return condition.equals("true") ? Optional.empty() : Optional.of(condition);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String fit(Table table) {
        String by = table.partitionedBy();
        if (by == null) {
            return "true";
        }
        boolean hash = by.startsWith("HASH");
        List<String> key = hash
                ? List.of()
                : PostgresElements.of(by).orElseThrow(() -> new IllegalArgumentException(by)).elements().stream()
                        .map(Element::expression)
                        .toList();
        List<String> bounds = new ArrayList<>();
        List<String> alternatives = new ArrayList<>();
        String otherwise = "";
        for (Table partition : partitions) {
            if (!table.id().equals(partition.partitionOf())) {
                continue;
            }
            String bound = Objects.requireNonNull(partition.bound());
            if (bound.equals("DEFAULT")) {
                otherwise = fit(partition);
                continue;
            }
            String inside = hash ? "true" : inside(key, bound);
            bounds.add(inside);
            String below = fit(partition);
            alternatives.add(below.equals("true") ? inside : "(" + inside + " AND " + below + ")");
        }
        if (otherwise.equals("true") && alternatives.equals(bounds)) {
            return "true";
        }
        if (!otherwise.isEmpty()) {
            String elsewhere = bounds.isEmpty() ? "true" : "NOT (" + String.join(" OR ", bounds) + ")";
            alternatives.add("(" + elsewhere + " AND " + otherwise + ")");
        }
        return alternatives.isEmpty()
                ? "false"
                : alternatives.contains("true") ? "true" : "(" + String.join("\n    OR ", alternatives) + ")";
    }

    /** Never null. */
    private static String inside(List<String> key, String bound) {
        PostgresClauses clauses = new PostgresClauses(bound);
        List<String> first = new PostgresClauses(clauses.firstParentheses()).list();
        if (bound.startsWith("FOR VALUES IN")) {
            return inList(key.get(0), first);
        }
        if (!bound.startsWith("FOR VALUES FROM")) {
            throw new IllegalArgumentException(bound);
        }
        List<String> second = new PostgresClauses(new PostgresClauses(clauses.rest()).firstParentheses()).list();
        return "coalesce(" + isFrom(key, first, 0) + " AND " + isBefore(key, second, 0) + ", false)";
    }

    private static String inList(String key, List<String> values) {
        List<String> named = values.stream().filter(v -> !v.equals("NULL")).toList();
        String isNull = key + " IS NULL";
        if (named.isEmpty()) {
            return isNull;
        }
        String among = "coalesce(" + key + " IN (" + String.join(", ", named) + "), false)";
        return named.size() == values.size() ? among : "(" + isNull + " OR " + among + ")";
    }

    private static String isFrom(List<String> key, List<String> bound, int i) {
        if (i == key.size() || bound.get(i).equals(LOWEST)) {
            return i == key.size() ? "true" : key.get(i) + " IS NOT NULL";
        }
        return "(" + key.get(i) + " > " + bound.get(i) + " OR " + key.get(i) + " = " + bound.get(i) + " AND "
                + isFrom(key, bound, i + 1) + ")";
    }

    private static String isBefore(List<String> key, List<String> bound, int i) {
        if (i == key.size() || bound.get(i).equals(LOWEST)) {
            return "false";
        }
        if (bound.get(i).equals(HIGHEST)) {
            return key.get(i) + " IS NOT NULL";
        }
        return "(" + key.get(i) + " < " + bound.get(i) + " OR " + key.get(i) + " = " + bound.get(i) + " AND "
                + isBefore(key, bound, i + 1) + ")";
    }
}
