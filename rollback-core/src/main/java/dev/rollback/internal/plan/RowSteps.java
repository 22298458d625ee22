// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.plan.Reversibility;
import dev.rollback.plan.StepKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The steps that move rows, with what they cost counted beforehand. */
final class RowSteps {
    /** Large enough to make a range's fixed cost vanish, small enough for a bar that moves. */
    private static final long PLAIN_RANGE = 100_000;

    private static final long JOINED_RANGE = 1_000_000;

    private final Derivation d;
    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final TableFates fates;
    private final Merges merges;
    private final Places places;
    private final Probes probes;
    private final Ledger ledger;
    private final StepGraph graph;
    private final RowSql sql;
    private final RowNodes nodes;
    private final PartitionSteps partitions;
    private final MigratedRows migrated;
    private final Map<ObjectId, RowMerge> planned = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private @Nullable KeyMaps keyMaps;

    RowSteps(Derivation d) {
        this.input = d.input();
        this.snapshot = d.snapshot();
        this.seen = d.seen();
        this.fates = d.fates();
        this.merges = d.merges();
        this.places = d.places();
        this.probes = d.probes();
        this.ledger = d.ledger();
        this.graph = d.graph();
        this.sql = d.sql();
        this.nodes = d.nodes();
        this.d = d;
        this.partitions = new PartitionSteps(d);
        this.migrated = new MigratedRows(d);
    }

    void add() throws SQLException {
        KeyMaps maps = input.mode() == RestoreMode.MERGE && input.backup() != null
                ? new KeyMaps(input, merges, fates, d.names())
                : null;
        keyMaps = maps;
        int looked = 0;
        for (Map.Entry<ObjectId, TableFates.Verdict> entry : fates.verdicts().entrySet()) {
            ObjectId root = entry.getKey();
            d.probes().lookAt(root, ++looked, fates.verdicts().size());
            switch (entry.getValue().fate()) {
                case CREATE -> restore(snapshot.table(root).orElseThrow(), Relation.of(root));
                case REBUILD -> rebuild(snapshot.table(root).orElseThrow());
                case ALTER -> {
                    ledger.droppedColumns(
                            snapshot.table(root).orElseThrow(),
                            merges.liveOf(root).orElseThrow());
                    migrated.inPlace(snapshot.table(root).orElseThrow());
                }
                case SAME -> migrated.inPlace(snapshot.table(root).orElse(null));
                case ASIDE -> {
                    if (!partitions.belongsToPartitioned(root)) {
                        ledger.removedTable(seen.table(root).orElseThrow(), merges);
                    }
                }
            }
        }
        if (maps != null) {
            maps.replaced().values().forEach(new KeySteps(d)::add);
        }
        new PositionSteps(d).add();
    }

    /** All rows come from the backup. */
    private void restore(Table table, Relation target) {
        Optional<Relation> saved = merges.saved(table.id());
        if (saved.isEmpty()) {
            if (input.backup() != null) {
                refusals.add("The rows of " + table.id().path() + " are not in the backup " + input.target()
                        + ", which holds " + (input.backup().tables().isEmpty() ? "the structure only" : "other tables")
                        + ". Restore them from an external backup.");
            }
            return;
        }
        long rows = input.backup() == null
                ? 0
                : input.backup().rowsOf(table.id()).orElseThrow().rows();
        nodes.rows(
                "rows:" + table.id(),
                4,
                StepKind.RESTORE_ROWS,
                table.id(),
                "the backup holds its rows",
                new Work.Rows(List.of(sql.restore(table, saved.get(), target))),
                rows,
                Reversibility.NEEDS_BACKUP);
        nodes.afterBuild(table.id());
    }

    private void rebuild(Table table) throws SQLException {
        Table now = merges.liveOf(table.id()).orElseThrow();
        Relation target = places.place(table.id());
        if (input.mode() == RestoreMode.IMAGE) {
            restore(table, target);
            ledger.overwritten(
                    table,
                    now,
                    merges,
                    input.backup() == null
                            ? 0
                            : input.backup()
                                    .rowsOf(table.id())
                                    .map(t -> t.rows())
                                    .orElse(0L));
            return;
        }
        RowMerge merge = ledger.withRewrites(merges.merge(table, now));
        if (merges.isAnotherTable(table, now, merge)) {
            restore(table, target);
            partitions.overflow(table);
            ledger.removedTable(seen.table(table.id()).orElseThrow(), merges);
            return;
        }
        List<ColumnRule> lost = merge.rules().stream()
                .filter(r -> r.isDestroyed() && !r.saved())
                .toList();
        if (!lost.isEmpty() && input.backup() != null) {
            if (isUnchanged(table, now, merge)) {
                restore(table, target);
                partitions.overflow(table);
                return;
            }
            boolean structureOnly = merges.saved(table.id()).isEmpty();
            long rows = probes.number(sql.count(Relation.of(now.id())));
            if (rows > 0 && (structureOnly || merges.saved(table.id()).isPresent())) {
                refusals.add(
                        structureOnly
                                ? "Column " + lost.get(0).target().name() + " of "
                                        + table.id().path() + " is gone and the backup " + input.target()
                                        + " has no rows of that table."
                                : "Rows of " + table.id().path()
                                        + " cannot be matched with the backup: no key of the old table is"
                                        + " still there, and its rows are other ones now. The values of "
                                        + lost.get(0).target().name()
                                        + " would go to the wrong rows. Use mode image to put the"
                                        + " backup back exactly.");
                return;
            }
        }
        if (input.backup() != null
                && merges.saved(table.id()).isPresent()
                && partitions.sources(table).size() == 1
                && !input.mark().isKnown()
                && partitions.droppedPartitions(table, now).isEmpty()) {
            ledger.missing(
                    merge, input.backup().rowsOf(table.id()).orElseThrow().rows());
        }
        ledger.merge(keyMaps == null ? merge : keyMaps.withoutLookups(merge));
        ledger.removedColumns(table, now, merge);
        RowMerge mapped = keyMaps == null ? merge : keyMaps.lookingUp(merge);
        planned.put(table.id(), mapped);
        RowMerge placed = mapped.from(Relation.of(table.id())).into(target);
        boolean saved = merge.rules().stream().anyMatch(ColumnRule::saved) && !merge.isPlainCopy();
        nodes.rows(
                "rows:" + table.id(),
                4,
                StepKind.COPY_ROWS,
                table.id(),
                saved ? "current rows, completed from the backup" : "current rows, each as it is",
                new Work.Copy(
                        sql.merge(placed, input.backupSchema()),
                        partitions.sources(table),
                        merge.isPlainCopy() ? PLAIN_RANGE : JOINED_RANGE),
                input.size(now.id()).rows(),
                saved ? Reversibility.NEEDS_BACKUP : Reversibility.LOSSLESS);
        nodes.afterBuild(table.id());
        partitions.add(table, now);
        migrated.seedsAndDeleted(table, now, merge, placed);
        partitions.detached(table).forEach(p -> graph.before("rows:" + table.id(), "aside:" + p));
        for (ColumnRule rule : merge.rules()) {
            if (rule.isDestroyed() && rule.target().defaultValue() != null) {
                table.dependsOn().forEach(need -> graph.before("create:" + need, "rows:" + table.id()));
            }
        }
        Fits fits = new Fits(d);
        fits.beforeKeys(table, target, now, merge);
    }

    /** Without a key rows cannot be matched, but when nothing was written the backup is as good as the table. */
    private boolean isUnchanged(Table table, Table now, RowMerge merge) throws SQLException {
        Optional<Relation> saved = merges.saved(table.id());
        List<Column> common = new ArrayList<>();
        List<Column> liveCommon = new ArrayList<>();
        for (ColumnRule rule : merge.rules()) {
            Column current = rule.current();
            if (current != null && current.sameValues(rule.target())) {
                common.add(rule.target());
                liveCommon.add(current);
            }
        }
        return saved.isPresent()
                && probes.checksum(sql.checksum(saved.get(), common))
                        .equals(probes.checksum(sql.checksum(Relation.of(now.id()), liveCommon)));
    }

    /** Foreign keys, nullability and keys of tables that stay need a look at the rows too. */
    void addFits(Set<ObjectId> creates, Set<ObjectId> released) throws SQLException {
        Fits fits = new Fits(d);
        for (Table root : fates.before().roots()) {
            if (fates.fateBefore(root.id()) == Fate.ALTER || fates.fateBefore(root.id()) == Fate.SAME) {
                fits.inPlace(root, creates);
            }
        }
        fits.foreignKeys(creates, released, fates);
    }

    MigratedRows migrated() {
        return migrated;
    }

    List<String> refusals() {
        return refusals;
    }

    /** Queries that count rows that are put back beside the live ones, by table. */
    Map<ObjectId, String> restoredRows() {
        return migrated.restoredRows();
    }

    /** Partitions that are filled from the backup, by root. */
    Map<ObjectId, List<Relation>> restoredPartitions() {
        return partitions.restored();
    }

    Map<ObjectId, RowMerge> merges() {
        return planned;
    }
}
