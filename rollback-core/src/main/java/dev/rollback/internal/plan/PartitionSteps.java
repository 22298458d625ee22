// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of partitions that were detached or dropped, and rows that have no partition any more. */
final class PartitionSteps {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final TableFates fates;
    private final Merges merges;
    private final Names names;
    private final Places places;
    private final RowSql sql;
    private final RowNodes nodes;
    private final Map<ObjectId, List<Relation>> restoredPartitions = new TreeMap<>();

    PartitionSteps(Derivation d) {
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.fates = d.fates();
        this.merges = d.merges();
        this.names = d.names();
        this.places = d.places();
        this.sql = d.sql();
        this.nodes = d.nodes();
    }

    /** Whether a live table was a partition: its rows go back to where they were. */
    boolean belongsToPartitioned(ObjectId table) {
        return snapshot.table(table)
                .filter(Table::isPartition)
                .filter(old -> detached(
                                snapshot.table(fates.before().rootOf(old.id())).orElseThrow())
                        .contains(table))
                .isPresent();
    }

    /** The live table, and partitions that the migration detached from it: their rows belong to it too. */
    List<Relation> sources(Table table) {
        List<Relation> sources = new ArrayList<>(List.of(Relation.of(table.id())));
        detached(table).forEach(p -> sources.add(Relation.of(p)));
        return sources;
    }

    List<ObjectId> detached(Table root) {
        return fates.before().tree(root).stream()
                .filter(p -> p.isPartition() && p.nativeId() != 0)
                .filter(p -> seen.table(p.id())
                        .filter(t -> !t.isPartition() && t.nativeId() == p.nativeId())
                        .isPresent())
                .map(Table::id)
                .toList();
    }

    /** Partitions that are gone altogether, with their rows; those that merely have another name or bound are not. */
    List<Table> droppedPartitions(Table root, Table now) {
        return root.nativeId() == 0 || root.nativeId() != now.nativeId()
                ? List.of()
                : fates.before().tree(root).stream()
                        .filter(p -> p.isPartition() && !p.isPartitioned())
                        .filter(p -> input.live().all(Table.class).noneMatch(t -> t.nativeId() == p.nativeId()))
                        .toList();
    }

    /** Rows that have no partition in the old shape, and rows of partitions that the migration dropped. */
    void add(Table root, Table now) {
        overflow(root);
        Optional<Relation> saved = merges.saved(root.id());
        List<Table> dropped = droppedPartitions(root, now);
        if (saved.isPresent() && !dropped.isEmpty()) {
            List<String> statements = dropped.stream()
                    .map(p -> sql.restorePartition(root, saved.get(), places.place(p.id())))
                    .toList();
            String key = "partitions:" + root.id();
            nodes.rows(
                    key,
                    5,
                    StepKind.RESTORE_ROWS,
                    root.id(),
                    "the migration dropped " + dropped.size() + " of its partitions",
                    new Work.Rows(statements),
                    0,
                    Reversibility.NEEDS_BACKUP);
            nodes.betweenRowsAndKeys(root.id(), key);
            restoredPartitions.put(
                    root.id(), dropped.stream().map(p -> places.place(p.id())).toList());
        }
    }

    void overflow(Table root) {
        places.overflowing(root).keySet().forEach(table -> {
            String key = "overflow:" + table.id();
            Relation overflow = names.overflow(table.id());
            nodes.rows(
                    key,
                    5,
                    StepKind.REMOVE_ROWS,
                    table.id(),
                    "rows written since may have no partition any more",
                    new Work.Rows(sql.removeOverflow(root, overflow, input.backupSchema())),
                    0,
                    Reversibility.LOSSLESS);
            nodes.betweenRowsAndKeys(root.id(), key);
        });
    }

    /** Partitions that are filled from the backup, by root. */
    Map<ObjectId, List<Relation>> restored() {
        return restoredPartitions;
    }
}
