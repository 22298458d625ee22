// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table that takes rows.
 *
 * @param primaryKey its columns; empty without one
 * @param keys the columns of every unique key, the primary one first
 */
public record Table(
        TableName name,
        List<Column> columns,
        List<String> primaryKey,
        List<List<String>> keys,
        List<ForeignKey> parents,
        List<Rule> rules) {
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        keys = List.copyOf(keys);
        parents = List.copyOf(parents);
        rules = List.copyOf(rules);
    }

    /** The columns that an INSERT names. */
    public List<Column> writable() {
        return columns.stream().filter(c -> !c.given()).toList();
    }

    public Optional<Column> column(String wanted) {
        return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    /** Columns of any unique key. */
    public Set<String> keyed() {
        Set<String> keyed = new LinkedHashSet<>();
        keys.forEach(keyed::addAll);
        return keyed;
    }

    /** Columns that point to rows. */
    public Set<String> pointing() {
        Set<String> pointing = new LinkedHashSet<>();
        parents.forEach(p -> pointing.addAll(p.columns()));
        return pointing;
    }
}
