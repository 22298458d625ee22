// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, unique key, foreign key, check or exclusion constraint; which one is its {@link ObjectId#kind() kind}.
 *
 * @param id its identity, with the table's name
 * @param columns the constrained columns in order; empty for a check over an expression
 * @param references the table a foreign key points to; null for others
 * @param referencedColumns the columns a foreign key points to, in the order of {@code columns}
 * @param text what follows ADD CONSTRAINT name, as the server prints it
 * @param validated false when existing rows were never checked (NOT VALID)
 * @param partOf the constraint of the partitioned parent that this one is attached to; null for others
 * @param settings see {@link SchemaObject#settings()}
 * @param dependsOn other objects it needs
 * @param nativeId the oid; 0 where the product has none
 */
public record Constraint(
        ObjectId id,
        List<String> columns,
        @Nullable ObjectId references,
        List<String> referencedColumns,
        String text,
        boolean validated,
        @Nullable ObjectId partOf,
        List<Setting> settings,
        Set<ObjectId> dependsOn,
        long nativeId)
        implements SchemaObject {
    public Constraint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(id.table(), "table");
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        settings = List.copyOf(settings);
        dependsOn = Set.copyOf(dependsOn);
    }

    /** The table it belongs to. */
    public ObjectId table() {
        return ObjectId.table(id.schema(), Objects.requireNonNull(id.table()));
    }

    /** Whether it makes rows unique by plain columns. */
    public boolean isKey() {
        return id.kind() == ObjectKind.PRIMARY_KEY || id.kind() == ObjectKind.UNIQUE_KEY;
    }

    @Override
    public String definition() {
        return text + (validated ? "" : " (not validated)") + (partOf == null ? "" : " part of " + partOf.path());
    }

    @Override
    public Constraint withId(ObjectId newId) {
        return new Constraint(
                newId, columns, references, referencedColumns, text, validated, partOf, settings, dependsOn, nativeId);
    }

    @Override
    public Constraint withDependencies(Set<ObjectId> others) {
        return new Constraint(
                id, columns, references, referencedColumns, text, validated, partOf, settings, others, nativeId);
    }
}
