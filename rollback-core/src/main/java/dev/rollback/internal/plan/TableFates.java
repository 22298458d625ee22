// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.dialect.Ddl;
import dev.rollback.model.Column;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens to each table, a partitioned one being one thing with all its partitions. A table is altered in place when that
 * restores it exactly; otherwise it is built anew beside the live one, filled, and swapped.
 */
final class TableFates {
    /** What happens to a table. */
    enum Fate {
        SAME,
        ALTER,
        REBUILD,
        CREATE,
        ASIDE
    }

    /**
     * The fate of a table.
     *
     * @param reason why, for the plan
     */
    record Verdict(Fate fate, String reason) {}

    private final DatabaseModel snapshot;
    private final Renames renames;
    private final DatabaseModel seen;
    private final TableTrees before;
    private final TableTrees now;
    private final Ddl ddl;
    private final Map<ObjectId, Verdict> verdicts = new TreeMap<>();

    TableFates(DatabaseModel snapshot, Renames renames, Ddl ddl) {
        this.snapshot = snapshot;
        this.renames = renames;
        this.seen = renames.seen();
        this.before = new TableTrees(snapshot);
        this.now = new TableTrees(seen);
        this.ddl = ddl;
        for (Table root : before.roots()) {
            Table live = seen.table(root.id()).orElse(null);
            verdicts.put(
                    root.id(),
                    live == null || live.isPartition() && !root.isPartition()
                            ? new Verdict(Fate.CREATE, "the migration removed it")
                            : judge(root, live));
        }
        for (Table root : now.roots()) {
            verdicts.putIfAbsent(root.id(), new Verdict(Fate.ASIDE, "the migration added it"));
        }
    }

    private Verdict judge(Table root, Table live) {
        List<Table> tree = before.tree(root);
        List<Table> liveTree = now.tree(live);
        if (!Objects.equals(root.partitionedBy(), live.partitionedBy())) {
            return new Verdict(
                    Fate.REBUILD,
                    root.partitionedBy() == null
                            ? "it was not partitioned"
                            : "it was partitioned by " + root.partitionedBy());
        }
        List<String> names = tree.stream().map(t -> member(t)).sorted().toList();
        List<String> liveNames = liveTree.stream().map(t -> member(t)).sorted().toList();
        if (!names.equals(liveNames)) {
            return new Verdict(Fate.REBUILD, "its partitions are not the same");
        }
        boolean alter = false;
        for (Table table : tree) {
            Table there = seen.table(table.id()).orElseThrow();
            Optional<String> rebuild = whyRebuild(table, there);
            if (rebuild.isPresent()) {
                return new Verdict(Fate.REBUILD, rebuild.get());
            }
            alter |= !columns(table).equals(columns(there))
                    || !table.attributes().equals(there.attributes())
                    || renames.hasColumns(table.id());
        }
        return alter
                ? new Verdict(Fate.ALTER, "its columns are not the same")
                : new Verdict(Fate.SAME, "its columns are the same");
    }

    private static String member(Table table) {
        return table.id() + " " + table.partitionOf() + " " + table.bound() + " " + table.partitionedBy();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::definition).toList();
    }

    private Optional<String> whyRebuild(Table table, Table live) {
        Optional<String> whole = ddl.needsRebuild(live, table);
        if (whole.isPresent()) {
            return whole;
        }
        List<Integer> places = new ArrayList<>();
        for (Column column : table.columns()) {
            Column there = sameColumn(table, column, live);
            if (there == null) {
                return Optional.of("column " + column.name() + " is gone");
            }
            Optional<String> reason = ddl.needsRebuild(there, column);
            if (reason.isPresent()) {
                return Optional.of("column " + column.name() + ": " + reason.get());
            }
            places.add(live.columns().indexOf(there));
        }
        return places.equals(places.stream().sorted(Comparator.naturalOrder()).toList())
                ? Optional.empty()
                : Optional.of("its columns stood in another order");
    }

    /** The live column that is the old one, by number in the same table, by name in a table made anew. */
    private static @Nullable Column sameColumn(Table table, Column column, Table live) {
        Column there = live.column(column.name()).orElse(null);
        boolean sameTable = table.nativeId() != 0 && table.nativeId() == live.nativeId();
        return there != null && sameTable && there.nativeNo() != column.nativeNo() ? null : there;
    }

    /** Makes a table rebuilt that could have been altered or left alone. */
    boolean force(ObjectId root, String reason) {
        Verdict verdict = verdict(root);
        if (verdict.fate() != Fate.SAME && verdict.fate() != Fate.ALTER) {
            return false;
        }
        verdicts.put(root, new Verdict(Fate.REBUILD, reason));
        return true;
    }

    /** Leaves a table alone that the caller did not ask for. */
    void exclude(ObjectId root) {
        verdicts.put(root, new Verdict(Fate.SAME, "not asked for"));
    }

    Verdict verdict(ObjectId root) {
        return Objects.requireNonNull(verdicts.get(root), () -> "no verdict on " + root);
    }

    Map<ObjectId, Verdict> verdicts() {
        return verdicts;
    }

    /** The fate of any table, also of a partition. */
    Fate fateNow(ObjectId table) {
        Verdict verdict = verdicts.get(now.rootOf(table));
        return verdict == null ? Fate.SAME : verdict.fate();
    }

    Fate fateBefore(ObjectId table) {
        Verdict verdict = verdicts.get(before.rootOf(table));
        return verdict == null ? Fate.SAME : verdict.fate();
    }

    /** Whether the live table leaves its place. */
    boolean leaves(ObjectId table) {
        Fate fate = fateNow(table);
        return seen.table(table).isPresent() && (fate == Fate.REBUILD || fate == Fate.ASIDE);
    }

    /** Whether the old table is made anew. */
    boolean arrives(ObjectId table) {
        Fate fate = fateBefore(table);
        return snapshot.table(table).isPresent() && (fate == Fate.REBUILD || fate == Fate.CREATE);
    }

    TableTrees before() {
        return before;
    }

    TableTrees now() {
        return now;
    }
}
