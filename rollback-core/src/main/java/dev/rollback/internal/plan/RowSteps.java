// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.RestoreMode;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowSql;
import dev.rollback.internal.plan.TableFates.Fate;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.Sequence;
import dev.rollback.model.Table;
import dev.rollback.plan.LockLevel;
import dev.rollback.plan.Loss;
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

    private final PlanInput input;
    private final DatabaseModel snapshot;
    private final DatabaseModel seen;
    private final TableFates fates;
    private final Merges merges;
    private final StructureSteps structure;
    private final Probes probes;
    private final Ledger ledger;
    private final StepGraph graph;
    private final RowSql sql;
    private final Map<ObjectId, RowMerge> planned = new TreeMap<>();
    private final Map<ObjectId, List<Relation>> restoredPartitions = new TreeMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final Map<ObjectId, String> restoredRows = new TreeMap<>();
    private @Nullable KeyMaps keyMaps;

    RowSteps(
            PlanInput input,
            DatabaseModel seen,
            TableFates fates,
            Merges merges,
            StructureSteps structure,
            Probes probes,
            Ledger ledger,
            StepGraph graph) {
        this.input = input;
        this.snapshot = input.snapshot();
        this.seen = seen;
        this.fates = fates;
        this.merges = merges;
        this.structure = structure;
        this.probes = probes;
        this.ledger = ledger;
        this.graph = graph;
        this.sql = input.dialect().rows();
    }

    void add() throws SQLException {
        KeyMaps maps = input.mode() == RestoreMode.MERGE && input.backup() != null
                ? new KeyMaps(input, merges, fates, structure.names())
                : null;
        keyMaps = maps;
        for (Map.Entry<ObjectId, TableFates.Verdict> entry : fates.verdicts().entrySet()) {
            ObjectId root = entry.getKey();
            switch (entry.getValue().fate()) {
                case CREATE -> restore(snapshot.table(root).orElseThrow(), Relation.of(root));
                case REBUILD -> rebuild(snapshot.table(root).orElseThrow());
                case ALTER -> {
                    ledger.droppedColumns(
                            snapshot.table(root).orElseThrow(),
                            merges.liveOf(root).orElseThrow());
                    inPlace(snapshot.table(root).orElseThrow());
                }
                case SAME -> inPlace(snapshot.table(root).orElse(null));
                case ASIDE -> {
                    if (!belongsToPartitioned(root)) {
                        ledger.removedTable(seen.table(root).orElseThrow(), merges);
                    }
                }
            }
        }
        if (maps != null) {
            maps.replaced().values().forEach(this::keyMap);
        }
        positions();
    }

    /** Old keys by new keys, for as long as rows are copied. */
    private void keyMap(KeyMaps.Replaced key) {
        ObjectId table = key.table().id();
        RowMerge merge = key.merge();
        RowMerge placed = merge.from(Relation.of(table)).into(structure.place(table));
        rows(
                "keys:" + table,
                4,
                StepKind.BUILD,
                table,
                "its key was replaced: every row gets its old one back",
                new Work.Statements(sql.keyMap(placed, key.oldKey(), key.liveKey(), key.map())),
                input.size(table).rows(),
                Reversibility.NEEDS_BACKUP);
        rows(
                "unkeys:" + table,
                5,
                StepKind.DROP,
                table,
                "old keys are back",
                new Work.Statements(input.dialect().ddl().dropKept("table", key.map())),
                0,
                Reversibility.LOSSLESS);
        graph.before("build:" + table, "keys:" + table);
        key.table().dependsOn().forEach(need -> graph.before("create:" + need, "keys:" + table));
        for (ObjectId root : fates.verdicts().keySet()) {
            graph.before("keys:" + table, "rows:" + root);
            graph.before("rows:" + root, "unkeys:" + table);
        }
    }

    /** Whether a live table was a partition: its rows go back to where they were. */
    private boolean belongsToPartitioned(ObjectId table) {
        return snapshot.table(table)
                .filter(Table::isPartition)
                .filter(old -> detached(
                                snapshot.table(fates.before().rootOf(old.id())).orElseThrow())
                        .contains(table))
                .isPresent();
    }

    private void rows(
            String key,
            int rank,
            StepKind kind,
            ObjectId object,
            String reason,
            Work work,
            long rows,
            Reversibility how) {
        graph.add(new Node(
                key,
                rank,
                kind,
                object,
                kind.label() + " of " + object.path(),
                reason,
                work,
                LockLevel.WRITERS_WAIT,
                rows,
                how));
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
        rows(
                "rows:" + table.id(),
                4,
                StepKind.RESTORE_ROWS,
                table.id(),
                "the backup holds its rows",
                new Work.Rows(List.of(sql.restore(table, saved.get(), target))),
                rows,
                Reversibility.NEEDS_BACKUP);
        afterBuild(table.id());
    }

    private void afterBuild(ObjectId root) {
        graph.before("build:" + root, "rows:" + root);
        for (Table table : fates.before().tree(snapshot.table(root).orElseThrow())) {
            snapshot.partsOf(table.id()).forEach(part -> graph.before("rows:" + root, "create:" + part.id()));
        }
        graph.before("rows:" + root, "swap:" + root);
        graph.before("rows:" + root, "settings:" + root);
    }

    private void rebuild(Table table) throws SQLException {
        Table now = merges.liveOf(table.id()).orElseThrow();
        Relation target = structure.place(table.id());
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
            overflow(table);
            ledger.removedTable(seen.table(table.id()).orElseThrow(), merges);
            return;
        }
        List<ColumnRule> lost = merge.rules().stream()
                .filter(r -> r.isDestroyed() && !r.saved())
                .toList();
        if (!lost.isEmpty() && input.backup() != null) {
            if (isUnchanged(table, now, merge)) {
                restore(table, target);
                overflow(table);
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
                                        + " still there, and rows were written since. The values of "
                                        + lost.get(0).target().name()
                                        + " would go to the wrong rows. Use mode image to put the"
                                        + " backup back exactly.");
                return;
            }
        }
        if (input.backup() != null
                && merges.saved(table.id()).isPresent()
                && sources(table).size() == 1
                && !input.mark().isKnown()
                && droppedPartitions(table, now).isEmpty()) {
            ledger.missing(
                    merge, input.backup().rowsOf(table.id()).orElseThrow().rows());
        }
        ledger.merge(keyMaps == null ? merge : keyMaps.withoutLookups(merge));
        ledger.removedColumns(table, now, merge);
        RowMerge mapped = keyMaps == null ? merge : keyMaps.lookingUp(merge);
        planned.put(table.id(), mapped);
        RowMerge placed = mapped.from(Relation.of(table.id())).into(target);
        boolean saved = merge.rules().stream().anyMatch(ColumnRule::saved) && !merge.isPlainCopy();
        rows(
                "rows:" + table.id(),
                4,
                StepKind.COPY_ROWS,
                table.id(),
                saved ? "current rows, completed from the backup" : "current rows, each as it is",
                new Work.Copy(
                        sql.merge(placed, input.backupSchema()),
                        sources(table),
                        merge.isPlainCopy() ? PLAIN_RANGE : JOINED_RANGE),
                input.size(now.id()).rows(),
                saved ? Reversibility.NEEDS_BACKUP : Reversibility.LOSSLESS);
        afterBuild(table.id());
        partitions(table, now);
        seedsAndDeleted(table, now, merge, placed);
        detached(table).forEach(p -> graph.before("rows:" + table.id(), "aside:" + p));
        for (ColumnRule rule : merge.rules()) {
            if (rule.isDestroyed() && rule.target().defaultValue() != null) {
                table.dependsOn().forEach(need -> graph.before("create:" + need, "rows:" + table.id()));
            }
        }
        Fits fits = new Fits(input, snapshot, seen, structure, merges, probes, ledger, graph);
        fits.beforeKeys(table, target, now, merge);
    }

    /** The live table, and partitions that the migration detached from it: their rows belong to it too. */
    private List<Relation> sources(Table table) {
        List<Relation> sources = new ArrayList<>(List.of(Relation.of(table.id())));
        detached(table).forEach(p -> sources.add(Relation.of(p)));
        return sources;
    }

    private List<ObjectId> detached(Table root) {
        return fates.before().tree(root).stream()
                .filter(p -> p.isPartition() && p.nativeId() != 0)
                .filter(p -> seen.table(p.id())
                        .filter(t -> !t.isPartition() && t.nativeId() == p.nativeId())
                        .isPresent())
                .map(Table::id)
                .toList();
    }

    /** Partitions that are gone altogether, with their rows; those that merely have another name or bound are not. */
    private List<Table> droppedPartitions(Table root, Table now) {
        return root.nativeId() == 0 || root.nativeId() != now.nativeId()
                ? List.of()
                : fates.before().tree(root).stream()
                        .filter(p -> p.isPartition() && !p.isPartitioned())
                        .filter(p -> input.live().all(Table.class).noneMatch(t -> t.nativeId() == p.nativeId()))
                        .toList();
    }

    /** Rows that have no partition in the old shape, and rows of partitions that the migration dropped. */
    private void partitions(Table root, Table now) {
        overflow(root);
        Optional<Relation> saved = merges.saved(root.id());
        List<Table> dropped = droppedPartitions(root, now);
        if (saved.isPresent() && !dropped.isEmpty()) {
            List<String> statements = dropped.stream()
                    .map(p -> sql.restorePartition(root, saved.get(), structure.place(p.id())))
                    .toList();
            String key = "partitions:" + root.id();
            rows(
                    key,
                    5,
                    StepKind.RESTORE_ROWS,
                    root.id(),
                    "the migration dropped " + dropped.size() + " of its partitions",
                    new Work.Rows(statements),
                    0,
                    Reversibility.NEEDS_BACKUP);
            betweenRowsAndKeys(root.id(), key);
            restoredPartitions.put(
                    root.id(),
                    dropped.stream().map(p -> structure.place(p.id())).toList());
        }
    }

    private void overflow(Table root) {
        structure.overflowing(root).keySet().forEach(table -> {
            String key = "overflow:" + table.id();
            Relation overflow = structure.overflow(table.id());
            rows(
                    key,
                    5,
                    StepKind.REMOVE_ROWS,
                    table.id(),
                    "rows written since may have no partition any more",
                    new Work.Rows(sql.removeOverflow(root, overflow, input.backupSchema())),
                    0,
                    Reversibility.LOSSLESS);
            betweenRowsAndKeys(root.id(), key);
        });
    }

    private void betweenRowsAndKeys(ObjectId root, String key) {
        graph.before("rows:" + root, key);
        graph.before(key, "swap:" + root);
        for (Table table : fates.before().tree(snapshot.table(root).orElseThrow())) {
            snapshot.partsOf(table.id()).forEach(part -> {
                graph.before(key, "create:" + part.id());
                graph.before(key, "fit:" + part.id());
            });
        }
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

    /** A table that stays: only what the migration itself did to its rows is undone. */
    private void inPlace(@Nullable Table table) throws SQLException {
        if (table == null
                || merges.saved(table.id()).isEmpty()
                || input.byMigration().equals("false")) {
            return;
        }
        Table now = merges.liveOf(table.id()).orElse(null);
        if (now == null) {
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
        }
        statements.addAll(removeSeeds(table, now, merge, named));
        Relation left = input.mark().survivorsOf(table.id()).orElse(null);
        if (left != null && probes.count(sql.deletedByMigration(merge, left)).rows() > 0) {
            statements.addAll(sql.restoreDeleted(named, left));
        }
        if (!statements.isEmpty()) {
            rows(
                    "rows:" + table.id(),
                    8,
                    StepKind.RESTORE_VALUES,
                    table.id(),
                    "the migration itself rewrote, inserted or deleted rows",
                    new Work.Rows(sql.withoutTriggers(List.of(Relation.of(table.id())), statements)),
                    input.size(now.id()).rows(),
                    Reversibility.NEEDS_BACKUP);
            graph.before("alter:" + table.id(), "rows:" + table.id());
            snapshot.partsOf(table.id()).forEach(p -> graph.before("rows:" + table.id(), "create:" + p.id()));
            seen.partsOf(table.id()).forEach(p -> graph.before("drop:" + p.id(), "rows:" + table.id()));
            graph.before("rows:" + table.id(), "settings:" + table.id());
            snapshot.partsOf(table.id()).stream()
                    .filter(p -> p.id().kind() == ObjectKind.TRIGGER)
                    .forEach(p -> graph.before("rows:" + table.id(), "settings:" + p.id()));
        }
    }

    /** Statements that set rows aside that the migration itself inserted; none when nobody can tell. */
    private List<String> removeSeeds(Table table, Table now, RowMerge merge, RowMerge named) throws SQLException {
        boolean untouched = table.storageId() != 0 && table.storageId() == now.storageId();
        if (merge.key().isEmpty()
                || input.byMigration().equals("false")
                || !untouched && !input.mark().isKnown()) {
            return List.of();
        }
        List<Constraint> children = seen.all(Constraint.class)
                .filter(c -> table.id().equals(c.references()))
                .toList();
        Probes.Count seeds = probes.count(sql.seeded(merge, Renamed.underLiveNames(children, merges)));
        ledger.seeds(table, seeds);
        return seeds.rows() == 0 ? List.of() : sql.removeSeeded(named, children, input.backupSchema());
    }

    /** Rows that the migration inserted leave before the copy, rows that it deleted come after it. */
    private void seedsAndDeleted(Table table, Table now, RowMerge merge, RowMerge placed) throws SQLException {
        List<String> seeds = removeSeeds(table, now, merge, placed.into(placed.source()));
        if (!seeds.isEmpty()) {
            String key = "seeds:" + table.id();
            rows(
                    key,
                    4,
                    StepKind.REMOVE_ROWS,
                    table.id(),
                    "the migration itself inserted them",
                    new Work.Rows(sql.withoutTriggers(List.of(Relation.of(table.id())), seeds)),
                    0,
                    Reversibility.LOSSLESS);
            graph.before(key, "rows:" + table.id());
        }
        Relation left = input.mark().survivorsOf(table.id()).orElse(null);
        if (left == null || merge.key().isEmpty()) {
            return;
        }
        long deleted = probes.count(sql.deletedByMigration(merge, left)).rows();
        if (deleted > 0) {
            String key = "deleted:" + table.id();
            rows(
                    key,
                    4,
                    StepKind.RESTORE_ROWS,
                    table.id(),
                    "the migration itself deleted them",
                    new Work.Rows(sql.restoreDeleted(placed, left)),
                    deleted,
                    Reversibility.NEEDS_BACKUP);
            betweenRowsAndKeys(table.id(), key);
            restoredRows.put(table.id(), sql.deletedByMigration(placed, left));
        }
    }

    /** Foreign keys, nullability and keys of tables that stay need a look at the rows too. */
    void addFits(Set<ObjectId> creates, Set<ObjectId> released) throws SQLException {
        Fits fits = new Fits(input, snapshot, seen, structure, merges, probes, ledger, graph);
        for (Table root : fates.before().roots()) {
            if (fates.fateBefore(root.id()) == Fate.ALTER || fates.fateBefore(root.id()) == Fate.SAME) {
                fits.inPlace(root, creates);
            }
        }
        fits.foreignKeys(creates, released, fates);
    }

    private void positions() {
        for (Sequence sequence : snapshot.all(Sequence.class).toList()) {
            ObjectId owner = sequence.identityOf() != null ? sequence.identityOf() : sequence.ownedBy();
            Sequence now = seen.find(sequence.id()).orElse(null) instanceof Sequence s ? s : null;
            boolean anew = graph.has("create:" + sequence.id())
                    || sequence.identityOf() != null && fates.arrives(sequence.identityOf())
                    || now == null;
            boolean behind = now != null
                    && (now.position() < sequence.position()) == (sequence.increment() > 0)
                    && now.position() != sequence.position();
            boolean filled = owner != null && fates.arrives(owner);
            if (!anew && !behind && !filled) {
                continue;
            }
            List<Long> candidates = new ArrayList<>();
            if (now != null && now.called()) {
                candidates.add(now.position());
            } else {
                liveSequence(sequence).filter(Sequence::called).ifPresent(s -> candidates.add(s.position()));
            }
            List<String> statements = new ArrayList<>(
                    input.dialect().ddl().position(sequence, candidates, numbered(owner, sequence.column())));
            if (owner == null && anew) {
                drawn(sequence)
                        .forEach(s -> statements.addAll(input.dialect()
                                .ddl()
                                .position(
                                        s,
                                        List.of(),
                                        Optional.ofNullable(s.ownedBy()).map(Relation::of))));
            }
            String key = "position:" + sequence.id();
            graph.add(new Node(
                    key,
                    13,
                    StepKind.POSITION,
                    sequence.id(),
                    "position of " + sequence.id(),
                    "it must not hand out a number again",
                    new Work.Statements(statements),
                    LockLevel.NONE,
                    0,
                    Reversibility.LOSSLESS));
        }
    }

    /** The table of a sequence, if its column holds numbers. */
    private Optional<Relation> numbered(@Nullable ObjectId owner, @Nullable String column) {
        return owner == null || column == null
                ? Optional.empty()
                : snapshot.table(owner)
                        .flatMap(t -> t.column(column))
                        .filter(c -> c.type().matches("(small|big)?int(eger)?|numeric.*|decimal.*"))
                        .map(c -> Relation.of(owner));
    }

    /** A sequence that belongs to no column, seen once for each column that draws its numbers from it. */
    private List<Sequence> drawn(Sequence sequence) {
        List<Sequence> uses = new ArrayList<>();
        for (Table table : snapshot.all(Table.class).toList()) {
            if (!table.dependsOn().contains(sequence.id()) || table.isPartition()) {
                continue;
            }
            for (Column column : table.columns()) {
                String given = column.defaultValue();
                if (given != null && given.contains(sequence.id().name())) {
                    uses.add(new Sequence(
                            sequence.id(),
                            sequence.options(),
                            null,
                            column.name(),
                            table.id(),
                            sequence.increment(),
                            sequence.position(),
                            sequence.called(),
                            List.of(),
                            sequence.nativeId()));
                }
            }
        }
        return uses;
    }

    /** The live sequence of the column that this one belonged to, whatever its name is now. */
    private Optional<Sequence> liveSequence(Sequence old) {
        ObjectId owner = old.identityOf() != null ? old.identityOf() : old.ownedBy();
        return seen.all(Sequence.class)
                .filter(s -> owner != null
                        && (owner.equals(s.identityOf()) || owner.equals(s.ownedBy()))
                        && java.util.Objects.equals(s.column(), old.column()))
                .findFirst();
    }

    List<String> refusals() {
        return refusals;
    }

    List<Loss> losses() {
        return ledger.losses();
    }

    /** Queries that count rows that are put back beside the live ones, by table. */
    Map<ObjectId, String> restoredRows() {
        return restoredRows;
    }

    /** Partitions that are filled from the backup, by root. */
    Map<ObjectId, List<Relation>> restoredPartitions() {
        return restoredPartitions;
    }

    Map<ObjectId, RowMerge> merges() {
        return planned;
    }
}
