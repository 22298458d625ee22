// SPDX-License-Identifier: Apache-2.0
package dev.rollback.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table or a partition of one.
 *
 * @param id its identity
 * @param columns in the order of the catalog
 * @param attributes words that belong to CREATE TABLE itself, as in {@code UNLOGGED} or {@code ENGINE=InnoDB}; empty for none
 * @param partitionedBy the partition key, as in {@code RANGE (taken_at)}; null for a table without partitions
 * @param partitionOf the table that it is a partition of; null for others
 * @param bound the values that a partition holds, as in {@code FOR VALUES IN (1)}; null for others
 * @param inlineChecks check constraints that a partition has from its parent, as the server prints them
 * @param limit why this table cannot be made anew, as in {@code inherits from public.base}; empty when it can
 * @param settings see {@link SchemaObject#settings()}; those of its columns are named {@code column NAME ...}
 * @param dependsOn types, functions and sequences that its columns use
 * @param nativeId the oid; 0 where the product has none
 * @param storageId changes when the rows were rewritten; 0 where the product has none
 */
public record Table(
        ObjectId id,
        List<Column> columns,
        String attributes,
        @Nullable String partitionedBy,
        @Nullable ObjectId partitionOf,
        @Nullable String bound,
        List<String> inlineChecks,
        String limit,
        List<Setting> settings,
        Set<ObjectId> dependsOn,
        long nativeId,
        long storageId)
        implements SchemaObject {
    public Table {
        Objects.requireNonNull(id, "id");
        columns = List.copyOf(columns);
        inlineChecks = List.copyOf(inlineChecks);
        settings = List.copyOf(settings);
        dependsOn = Set.copyOf(dependsOn);
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** Columns that hold a value of their own: all but the generated ones. */
    public List<Column> storedColumns() {
        return columns.stream().filter(c -> !c.isGenerated()).toList();
    }

    public boolean isPartition() {
        return partitionOf != null;
    }

    public boolean isPartitioned() {
        return partitionedBy != null;
    }

    @Override
    public String definition() {
        return columns.stream().map(Column::definition).collect(Collectors.joining("\n", "table\n", "\n"))
                + attributes
                + (partitionedBy == null ? "" : "\npartition by " + partitionedBy)
                + (partitionOf == null ? "" : "\npartition of " + partitionOf.path() + " " + bound)
                + (inlineChecks.isEmpty() ? "" : "\n" + String.join("\n", inlineChecks))
                + (limit.isEmpty() ? "" : "\n" + limit);
    }

    @Override
    public Table withId(ObjectId newId) {
        return with(newId, columns, settings, dependsOn);
    }

    public Table withColumns(List<Column> newColumns) {
        return with(id, newColumns, settings, dependsOn);
    }

    public Table withSettings(List<Setting> newSettings) {
        return with(id, columns, newSettings, dependsOn);
    }

    @Override
    public Table withDependencies(Set<ObjectId> others) {
        return with(id, columns, settings, others);
    }

    private Table with(ObjectId newId, List<Column> newColumns, List<Setting> newSettings, Set<ObjectId> others) {
        return new Table(
                newId,
                newColumns,
                attributes,
                partitionedBy,
                partitionOf,
                bound,
                inlineChecks,
                limit,
                newSettings,
                others,
                nativeId,
                storageId);
    }
}
