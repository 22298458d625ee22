// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Objects;

/**
 * A property of an object that can be changed without making the object anew: owner, grants, comment, row security, replica
 * identity, storage options, whether a trigger is enabled.
 *
 * @param name what is set, as in {@code comment} or {@code column email storage}
 * @param value the value as the catalog prints it; empty where nothing is set
 * @param apply the statements that set exactly this value, whatever was set before
 * @param initial true when a freshly created object has this value anyway
 */
public record Setting(String name, String value, List<String> apply, boolean initial) {
    public Setting {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        apply = List.copyOf(apply);
    }
}
