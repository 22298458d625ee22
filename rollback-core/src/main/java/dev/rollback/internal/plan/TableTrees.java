// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Partitioned tables with all their partitions, as one thing each. */
final class TableTrees {
    private final DatabaseModel model;
    private final Map<ObjectId, List<Table>> children = new TreeMap<>();

    TableTrees(DatabaseModel model) {
        this.model = model;
        model.all(Table.class)
                .filter(Table::isPartition)
                .forEach(t -> children.computeIfAbsent(t.partitionOf(), k -> new ArrayList<>())
                        .add(t));
    }

    /** Tables that are no partition of another one. */
    List<Table> roots() {
        return model.all(Table.class)
                .filter(t -> t.partitionOf() == null || !model.contains(t.partitionOf()))
                .toList();
    }

    /** A table and its partitions, parents first. */
    List<Table> tree(Table root) {
        List<Table> all = new ArrayList<>();
        add(root, all);
        return all;
    }

    private void add(Table table, List<Table> all) {
        all.add(table);
        children.getOrDefault(table.id(), List.of()).forEach(c -> add(c, all));
    }

    /** The root of the tree that a table belongs to, itself when it is no partition. */
    ObjectId rootOf(ObjectId table) {
        ObjectId at = table;
        ObjectId parent = parentOf(at);
        while (parent != null) {
            at = parent;
            parent = parentOf(at);
        }
        return at;
    }

    private @Nullable ObjectId parentOf(ObjectId table) {
        ObjectId parent = model.table(table).map(Table::partitionOf).orElse(null);
        return parent != null && model.contains(parent) ? parent : null;
    }
}
