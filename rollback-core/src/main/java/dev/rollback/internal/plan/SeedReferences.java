// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows keep those that the migration inserted: rows that stay and point to them by columns that stay. What the migration
 * inserted into tables that point here leaves first.
 */
final class SeedReferences {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final Merges merges;
    private final TableFates fates;

    SeedReferences(Derivation d) {
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.merges = d.merges();
        this.fates = d.fates();
    }

    /** For counting: as everything is named now, and without rows that leave themselves. */
    List<RowReference> counting(ObjectId table) throws SQLException {
        return leaving(table, true);
    }

    /** For a run, under the old names. What leaves before is gone by then, unless all tables stay as they are until an exchange. */
    List<RowReference> running(ObjectId table, boolean beforeExchange) throws SQLException {
        return beforeExchange
                ? leaving(table, false)
                : keeping(table).stream().map(RowReference::of).toList();
    }

    /** Orders the step that removes rows after everything that may point to them. */
    void order(ObjectId table, String step, StepGraph graph) {
        for (Constraint key : pointing(table)) {
            if (!stays(key)) {
                graph.before("drop:" + key.id(), step);
                graph.before("aside:" + key.table(), step);
            } else if (!isCyclic(key)) {
                graph.before("seeds:" + key.table(), step);
                if (fates.fateBefore(key.table()) != Fate.REBUILD) {
                    graph.before("rows:" + key.table(), step);
                }
            }
        }
    }

    private List<RowReference> leaving(ObjectId table, boolean live) throws SQLException {
        List<RowReference> references = new ArrayList<>();
        for (Constraint key : keeping(table)) {
            Optional<Constraint> named = live ? merges.liveForeignKey(key) : Optional.of(key);
            if (named.isPresent()) {
                Optional<RowMerge> merge = isCyclic(key) ? Optional.empty() : merge(key.table(), live);
                references.add(
                        merge.isEmpty()
                                ? RowReference.of(named.get())
                                : new RowReference(named.get(), merge.get(), leaving(key.table(), live)));
            }
        }
        return references;
    }

    /** Empty when nobody can tell what the migration inserted. */
    private Optional<RowMerge> merge(ObjectId id, boolean live) throws SQLException {
        Table table = snapshot.table(id).orElseThrow();
        Table now = merges.liveOf(id).orElse(null);
        if (now == null || merges.saved(id).isEmpty() || !isTold(table, now)) {
            return Optional.empty();
        }
        RowMerge merge = merges.merge(table, now);
        return merge.key().isEmpty()
                ? Optional.empty()
                : Optional.of(live ? merge : Renamed.underOldNames(merge, table));
    }

    /** Whether it is known which rows of a table the migration inserted. */
    boolean isTold(Table table, Table now) {
        boolean untouched = table.storageId() != 0 && table.storageId() == now.storageId();
        return input.writer().isKnown(now) && (untouched || input.mark().isKnown());
    }

    private List<Constraint> keeping(ObjectId table) {
        return pointing(table).stream().filter(this::stays).toList();
    }

    private List<Constraint> pointing(ObjectId table) {
        return seen.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY && table.equals(c.references()))
                .toList();
    }

    /** Not when the table or the columns leave with the migration. */
    private boolean stays(Constraint key) {
        return snapshot.table(key.table())
                .filter(t -> key.columns().stream().allMatch(c -> t.column(c).isPresent()))
                .isPresent();
    }

    /** Whether tables point to each other, so that none can go first; rows of the same table are looked at together. */
    private boolean isCyclic(Constraint key) {
        Set<ObjectId> above = new HashSet<>();
        Collection<ObjectId> next = Set.of(key.table());
        while (!next.isEmpty()) {
            Set<ObjectId> more = new HashSet<>();
            for (ObjectId table : next) {
                keeping(table).stream()
                        .map(Constraint::table)
                        .filter(above::add)
                        .forEach(more::add);
            }
            next = more;
        }
        ObjectId target = key.references();
        return above.contains(target) || key.table().equals(target);
    }
}
