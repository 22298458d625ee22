// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A property of an object that can be changed without making the object anew: owner, grants, comment, row security, replica
 * identity, storage options, whether a trigger is enabled.
 *
 * @param name what is set, as in {@code comment} or {@code column email storage}
 * @param value the value as the catalog prints it; empty where nothing is set
 * @param apply the statements that set exactly this value, whatever was set before
 * @param initial true when a freshly created object has this value anyway
 * @param named true when it belongs to the object's name, so that a new object of this name has what the last one had
 */
public record Setting(String name, String value, List<String> apply, boolean initial, boolean named) {
    private static final String PREFIX = "column ";

    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        apply = List.copyOf(apply);
    }

    /** A setting that goes with its object. */
    public Setting(String name, String value, List<String> apply, boolean initial) {
        this(name, value, apply, initial, false);
    }

    /** The column that it is a property of, among the columns of its table; empty for a property of the table. */
    public Optional<String> column(Collection<String> columns) {
        return columns.stream()
                .filter(column -> name.startsWith(PREFIX + column + " "))
                .max(Comparator.comparing(String::length));
    }

    /** The same property of another column. */
    public Setting ofColumn(String from, String to) {
        return new Setting(PREFIX + to + name.substring(PREFIX.length() + from.length()), value, apply, initial, named);
    }
}
