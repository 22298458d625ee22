// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that was made up, as the migrations so far left it. */
final class RandomTable {
    private String name;
    private final String keyName;
    private final List<String> key = new ArrayList<>();
    private final Map<String, RandomColumn> columns = new LinkedHashMap<>();
    /** Columns of indexes by name. */
    private final Map<String, List<String>> indexes = new LinkedHashMap<>();
    /** Foreign keys: columns that point to another table, by name. */
    private final Map<String, Link> links = new LinkedHashMap<>();

    /** Views that show a column of it, and checks of a column, by name. */
    private final Map<String, String> views = new LinkedHashMap<>();

    private final Map<String, String> checks = new LinkedHashMap<>();

    /** A foreign key. */
    record Link(String column, RandomTable target) {}

    RandomTable(String name) {
        this.name = name;
        this.keyName = "pk_" + name;
    }

    String name() {
        return name;
    }

    void rename(String other) {
        name = other;
    }

    String keyName() {
        return keyName;
    }

    List<String> key() {
        return key;
    }

    Map<String, Link> links() {
        return links;
    }

    Map<String, List<String>> indexes() {
        return indexes;
    }

    Map<String, String> views() {
        return views;
    }

    Map<String, String> checks() {
        return checks;
    }

    boolean isCounted() {
        return columns.values().stream().anyMatch(RandomColumn::counted);
    }

    List<RandomColumn> columns() {
        return List.copyOf(columns.values());
    }

    void put(RandomColumn column) {
        columns.put(column.name(), column);
    }

    void remove(RandomColumn column) {
        columns.remove(column.name());
        indexes.values().removeIf(c -> c.contains(column.name()));
    }

    void rename(RandomColumn column, String to) {
        Map<String, RandomColumn> old = new LinkedHashMap<>(columns);
        columns.clear();
        old.values().forEach(c -> put(c.equals(column) ? c.named(to) : c));
        indexes.replaceAll(
                (i, c) -> c.stream().map(n -> n.equals(column.name()) ? to : n).toList());
    }

    /** Columns that are in no key, no foreign key and no check. */
    List<RandomColumn> plain() {
        return columns.values().stream()
                .filter(c -> !key.contains(c.name()) && !checks.containsValue(c.name()))
                .filter(c -> links.values().stream().noneMatch(l -> l.column().equals(c.name())))
                .toList();
    }

    boolean pointsTo(RandomTable other) {
        return links.values().stream().anyMatch(l -> l.target() == other);
    }
}
