// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sequence. Its position is data, not structure, and therefore no part of the definition.
 *
 * @param id its identity
 * @param options type, start, increment, bounds, cache and cycle as the words of CREATE SEQUENCE
 * @param identityOf the table whose identity column it serves; null for a sequence that stands by itself or is merely owned
 * @param column the identity or owning column; null without one
 * @param ownedBy the table that owns it (a serial column); null for others
 * @param increment by how much it moves; negative for a descending sequence
 * @param position the last value
 * @param called whether {@code position} was handed out already
 * @param settings see {@link SchemaObject#settings()}
 * @param nativeId the oid; 0 where the product has none
 */
public record Sequence(
        ObjectId id,
        String options,
        @Nullable ObjectId identityOf,
        @Nullable String column,
        @Nullable ObjectId ownedBy,
        long increment,
        long position,
        boolean called,
        List<Setting> settings,
        long nativeId)
        implements SchemaObject {
    public Sequence {
        Objects.requireNonNull(id, "id");
        settings = List.copyOf(settings);
    }

    @Override
    public String definition() {
        return options + (identityOf == null ? "" : " identity of " + identityOf.path() + "." + column);
    }

    /** Empty: ownership is a setting, since it may point at a table that needs the sequence for its default. */
    @Override
    public Set<ObjectId> dependsOn() {
        return Set.of();
    }

    @Override
    public Sequence withId(ObjectId newId) {
        return new Sequence(
                newId, options, identityOf, column, ownedBy, increment, position, called, settings, nativeId);
    }

    @Override
    public Sequence withDependencies(Set<ObjectId> others) {
        return this;
    }
}
