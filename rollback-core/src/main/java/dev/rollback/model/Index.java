// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index that does not belong to a constraint.
 *
 * @param id its identity, with the relation's name
 * @param unique whether it forbids duplicates
 * @param columns its plain key columns in order; empty when it has an expression or a condition
 * @param using the rest of CREATE INDEX from the method on, as the server prints it
 * @param valid false after a failed concurrent build
 * @param partOf the index of the partitioned parent that this one is attached to; null for others
 * @param settings see {@link SchemaObject#settings()}
 * @param dependsOn functions, types and collations it uses, and a materialized view it belongs to
 * @param nativeId the oid; 0 where the product has none
 */
public record Index(
        ObjectId id,
        boolean unique,
        List<String> columns,
        String using,
        boolean valid,
        @Nullable ObjectId partOf,
        List<Setting> settings,
        Set<ObjectId> dependsOn,
        long nativeId)
        implements SchemaObject {
    public Index {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(id.table(), "table");
        columns = List.copyOf(columns);
        settings = List.copyOf(settings);
        dependsOn = Set.copyOf(dependsOn);
    }

    /** The table it belongs to; for the index of a materialized view this is not in the model. */
    public ObjectId table() {
        return ObjectId.table(id.schema(), Objects.requireNonNull(id.table()));
    }

    @Override
    public String definition() {
        return (unique ? "unique " : "")
                + using
                + (valid ? "" : " (invalid)")
                + (partOf == null ? "" : " part of " + partOf.path());
    }

    @Override
    public Index withId(ObjectId newId) {
        return new Index(newId, unique, columns, using, valid, partOf, settings, dependsOn, nativeId);
    }

    @Override
    public Index withDependencies(Set<ObjectId> others) {
        return new Index(id, unique, columns, using, valid, partOf, settings, others, nativeId);
    }
}
