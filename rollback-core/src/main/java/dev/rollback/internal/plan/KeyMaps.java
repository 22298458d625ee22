// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the migration replaced altogether, as when a number becomes a uuid. Rows are matched by another key, each gets its
 * old key back or a new one of the old kind, and foreign keys follow: all through one relation of old keys by new ones.
 */
final class KeyMaps {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final Merges merges;
    private final TableFates fates;
    private final Names names;
    private final Map<ObjectId, Replaced> replaced = new TreeMap<>();

    /**
     * A key that was replaced.
     *
     * @param oldKey the column of the old shape
     * @param liveKey the live column in its place
     * @param map where old keys are found by new ones
     */
    record Replaced(Table table, RowMerge merge, ColumnRule oldKey, Column liveKey, Relation map) {}

    KeyMaps(PlanInput input, Merges merges, TableFates fates, Names names) throws SQLException {
        this.input = input;
        this.snapshot = input.snapshot();
        this.merges = merges;
        this.fates = fates;
        this.names = names;
        for (Constraint fk : foreignKeys(snapshot)) {
            ObjectId parent = fk.references();
            if (parent != null && !replaced.containsKey(parent)) {
                find(fk, parent);
            }
        }
    }

    private static List<Constraint> foreignKeys(DatabaseModel model) {
        return model.all(Constraint.class)
                .filter(c ->
                        c.id().kind() == ObjectKind.FOREIGN_KEY && c.columns().size() == 1)
                .toList();
    }

    private void find(Constraint fk, ObjectId parentId) throws SQLException {
        Table parent = snapshot.table(parentId).orElse(null);
        Table now = merges.liveOf(parentId).orElse(null);
        Constraint today = successor(fk).orElse(null);
        if (parent == null || now == null || today == null || fates.fateBefore(parentId) != TableFates.Fate.REBUILD) {
            return;
        }
        RowMerge merge = merges.merge(parent, now);
        String key = fk.referencedColumns().get(0);
        ColumnRule oldKey = merge.rules().stream()
                .filter(r -> r.target().name().equals(key))
                .findFirst()
                .orElseThrow();
        Column liveKey = now.column(today.referencedColumns().get(0)).orElse(null);
        if (oldKey.isDestroyed() && oldKey.saved() && liveKey != null) {
            replaced.put(parentId, new Replaced(parent, merge, oldKey, liveKey, names.keys(parentId)));
        }
    }

    /** The live foreign key between the same two tables that took the place of an old one. */
    private Optional<Constraint> successor(Constraint fk) {
        Table child = merges.liveOf(fk.table()).orElse(null);
        Table parent =
                fk.references() == null ? null : merges.liveOf(fk.references()).orElse(null);
        if (child == null || parent == null) {
            return Optional.empty();
        }
        List<Constraint> between = foreignKeys(input.live()).stream()
                .filter(c -> c.table().equals(child.id()) && parent.id().equals(c.references()))
                .toList();
        return between.size() == 1
                ? Optional.of(between.get(0))
                : between.stream()
                        .filter(c -> c.columns().equals(fk.columns())
                                || c.id().name().equals(fk.id().name()))
                        .findFirst();
    }

    /** The same merge with old keys looked up. */
    RowMerge lookingUp(RowMerge merge) {
        List<ColumnRule> rules = new ArrayList<>();
        for (ColumnRule rule : merge.rules()) {
            ColumnRule.KeyMap map = rule.isDestroyed() ? mapOf(merge.table(), rule) : null;
            rules.add(map == null ? rule : rule.lookingUp(map));
        }
        return merge.withRules(rules);
    }

    /** The rules whose fit can be counted before the relation of keys is there. */
    RowMerge withoutLookups(RowMerge merge) {
        List<ColumnRule> rules = merge.rules().stream()
                .filter(r -> !r.isDestroyed() || mapOf(merge.table(), r) == null)
                .toList();
        return merge.withRules(rules);
    }

    private ColumnRule.@Nullable KeyMap mapOf(Table table, ColumnRule rule) {
        Replaced own = replaced.get(table.id());
        if (own != null && own.oldKey().target().equals(rule.target())) {
            return new ColumnRule.KeyMap(own.map(), own.liveKey());
        }
        for (Constraint fk : foreignKeys(snapshot)) {
            boolean mine = fk.table().equals(table.id())
                    && fk.columns().get(0).equals(rule.target().name());
            Replaced parent = mine && fk.references() != null ? replaced.get(fk.references()) : null;
            Constraint today = parent == null ? null : successor(fk).orElse(null);
            Table now = merges.liveOf(table.id()).orElse(null);
            if (parent != null && today != null && now != null) {
                return new ColumnRule.KeyMap(
                        parent.map(), now.column(today.columns().get(0)).orElseThrow());
            }
        }
        return null;
    }

    Map<ObjectId, Replaced> replaced() {
        return replaced;
    }
}
