// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.dialect.RowSql;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Table;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the migration itself did to rows is undone: rewritten, inserted and deleted ones. */
final class MigratedRows {
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final Merges merges;
    private final Probes probes;
    private final Ledger ledger;
    private final StepGraph graph;
    private final RowSql sql;
    private final RowNodes nodes;
    private final boolean transactional;
    private final SeedReferences references;
    private final Map<ObjectId, String> restoredRows = new TreeMap<>();
    private final Set<ObjectId> returning = new TreeSet<>();

    MigratedRows(Derivation d) {
        this.transactional = d.isTransactional();
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.merges = d.merges();
        this.probes = d.probes();
        this.ledger = d.ledger();
        this.graph = d.graph();
        this.sql = d.sql();
        this.nodes = d.nodes();
        this.references = new SeedReferences(d);
    }

    /** A table that stays: only what the migration itself did to its rows is undone. */
    void inPlace(@Nullable Table table) throws SQLException {
        if (table == null
                || merges.saved(table.id()).isEmpty()
                || merges.liveOf(table.id()).isEmpty()) {
            return;
        }
        Table now = merges.liveOf(table.id()).orElseThrow();
        if (!input.writer().isKnown(now)) {
            return;
        }
        RowMerge merge = ledger.withRewrites(merges.merge(table, now));
        if (merge.key().isEmpty()) {
            return;
        }
        List<String> statements = new ArrayList<>();
        RowMerge named = Renamed.underOldNames(merge, table);
        if (merge.rules().stream().anyMatch(ColumnRule::rewritten)) {
            statements.addAll(sql.restoreValues(named, input.backupSchema()));
            foreignKeys(table)
                    .filter(fk -> merge.rules().stream()
                            .anyMatch(r -> r.rewritten()
                                    && fk.columns().contains(r.target().name())))
                    .forEach(fk -> returning.add(fk.id()));
        }
        statements.addAll(removeSeeds(table, now, merge, named, false));
        Relation left = input.mark().survivorsOf(table.id()).orElse(null);
        if (left != null && probes.count(sql.deletedByMigration(merge, left)).rows() > 0) {
            statements.addAll(sql.restoreDeleted(named, left));
            foreignKeys(table).forEach(fk -> returning.add(fk.id()));
        }
        if (!statements.isEmpty()) {
            nodes.rows(
                    "rows:" + table.id(),
                    8,
                    StepKind.RESTORE_VALUES,
                    table.id(),
                    "the migration itself rewrote, inserted or deleted rows",
                    new Work.Rows(sql.withoutTriggers(List.of(Relation.of(table.id())), statements)),
                    input.size(now.id()).rows(),
                    Reversibility.NEEDS_BACKUP);
            graph.before("alter:" + table.id(), "rows:" + table.id());
            references.order(table.id(), "rows:" + table.id(), graph);
            snapshot.partsOf(table.id()).forEach(p -> graph.before("rows:" + table.id(), "create:" + p.id()));
            seen.partsOf(table.id()).forEach(p -> graph.before("drop:" + p.id(), "rows:" + table.id()));
            graph.before("rows:" + table.id(), "settings:" + table.id());
            snapshot.partsOf(table.id()).stream()
                    .filter(p -> p.id().kind() == ObjectKind.TRIGGER)
                    .forEach(p -> graph.before("rows:" + table.id(), "settings:" + p.id()));
        }
    }

    private Stream<Constraint> foreignKeys(Table table) {
        return seen.partsOf(table.id()).stream()
                .filter(p -> p.id().kind() == ObjectKind.FOREIGN_KEY && snapshot.contains(p.id()))
                .map(p -> (Constraint) p);
    }

    /** Live foreign keys of rows and values that come back in their place: what they point to may come later, or be gone. */
    Set<ObjectId> returning() {
        return returning;
    }

    /** Statements that set rows aside that the migration itself inserted; none when nobody can tell. */
    private List<String> removeSeeds(Table table, Table now, RowMerge merge, RowMerge named, boolean beforeExchange)
            throws SQLException {
        if (merge.key().isEmpty() || !references.isTold(table, now)) {
            return List.of();
        }
        List<RowReference> pointing = references.counting(table.id());
        Probes.Count seeds = probes.count(sql.seeded(merge, pointing));
        ledger.seeds(table, seeds);
        if (!pointing.isEmpty()) {
            ledger.neededSeeds(table, probes.count(sql.seeded(merge, List.of())).rows() - seeds.rows());
        }
        return seeds.rows() == 0
                ? List.of()
                : sql.removeSeeded(named, references.running(table.id(), beforeExchange), input.backupSchema());
    }

    /** Rows that the migration inserted leave before the copy, rows that it deleted come after it. */
    void seedsAndDeleted(Table table, Table now, RowMerge merge, RowMerge placed) throws SQLException {
        // where the live table is locked by another session, they leave the new one
        List<String> seeds =
                removeSeeds(table, now, merge, transactional ? placed.into(placed.source()) : placed, !transactional);
        if (!seeds.isEmpty()) {
            String key = "seeds:" + table.id();
            nodes.rows(
                    key,
                    4,
                    StepKind.REMOVE_ROWS,
                    table.id(),
                    "the migration itself inserted them",
                    new Work.Rows(sql.withoutTriggers(List.of(Relation.of(table.id())), seeds)),
                    0,
                    Reversibility.LOSSLESS);
            if (transactional) {
                references.order(table.id(), key, graph);
                graph.before(key, "rows:" + table.id());
            } else {
                nodes.betweenRowsAndKeys(table.id(), key);
            }
        }
        Relation left = input.mark().survivorsOf(table.id()).orElse(null);
        if (left == null || merge.key().isEmpty()) {
            return;
        }
        long deleted = probes.count(sql.deletedByMigration(merge, left)).rows();
        if (deleted > 0) {
            String key = "deleted:" + table.id();
            nodes.rows(
                    key,
                    4,
                    StepKind.RESTORE_ROWS,
                    table.id(),
                    "the migration itself deleted them",
                    new Work.Rows(sql.restoreDeleted(placed, left)),
                    deleted,
                    Reversibility.NEEDS_BACKUP);
            nodes.betweenRowsAndKeys(table.id(), key);
            restoredRows.put(table.id(), sql.deletedByMigration(placed, left));
        }
    }

    /** Queries that count rows that are put back beside the live ones, by table. */
    Map<ObjectId, String> restoredRows() {
        return restoredRows;
    }
}
