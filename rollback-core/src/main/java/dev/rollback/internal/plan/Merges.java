// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.plan;

import dev.rollback.capture.Backup;
import dev.rollback.capture.BackupTable;
import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowMerge.KeyPair;
import dev.rollback.dialect.RowSql;
import dev.rollback.internal.TableKeys;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.DatabaseModel;
import dev.rollback.model.ObjectId;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds for every column of the old shape where its values are now: in a live column that carries it on, in the backup, or in
 * both. Columns are known by the server's numbers; where a table or column was made anew, by name and by what the rows say.
 */
final class Merges {
    private final DatabaseModel snapshot;
    private final DatabaseModel live;
    private final Renames renames;
    private final @Nullable Backup backup;
    private final String backupSchema;
    private final RowSql sql;
    private final LastWriter writer;
    private final Probes probes;

    Merges(
            DatabaseModel snapshot,
            DatabaseModel live,
            Renames renames,
            @Nullable Backup backup,
            String backupSchema,
            RowSql sql,
            LastWriter writer,
            Probes probes) {
        this.snapshot = snapshot;
        this.live = live;
        this.renames = renames;
        this.backup = backup;
        this.backupSchema = backupSchema;
        this.sql = sql;
        this.writer = writer;
        this.probes = probes;
    }

    /** The relation that holds the saved rows of a table; empty when the backup has none. */
    Optional<Relation> saved(ObjectId table) {
        return backup == null
                ? Optional.empty()
                : backup.rowsOf(table).map(BackupTable::storedAs).map(name -> new Relation(backupSchema, name));
    }

    /** The live table that carries a table of the snapshot on, under its live name and with its live columns. */
    Optional<Table> liveOf(ObjectId old) {
        return live.all(Table.class)
                .filter(t -> renames.oldName(t.id()).equals(old))
                .findFirst();
    }

    /** A foreign key as it is now, known by its number or its name. */
    Optional<Constraint> liveForeignKey(Constraint seen) {
        return live.all(Constraint.class)
                .filter(c -> c.id().kind() == ObjectKind.FOREIGN_KEY)
                .filter(c -> seen.nativeId() != 0 ? c.nativeId() == seen.nativeId() : c.id().equals(seen.id()))
                .findFirst();
    }

    /** The merge of a table, reading from its live name; the target is the table's own place. */
    RowMerge merge(Table old, Table now) throws SQLException {
        Map<String, Column> pairs = pairs(old, now);
        Relation source = Relation.of(now.id());
        Relation saved = saved(old.id()).orElse(null);
        List<KeyPair> key = saved == null ? List.of() : key(old, now, pairs, source, saved);
        RowMerge matched =
                new RowMerge(old, source, source, saved, key, List.of(), writer.byMigration(now)).reading(now);
        Set<String> moved = key.isEmpty() || isNumbered(old) ? Set.of() : MovedColumns.of(old, now);
        for (String name : moved) {
            exchangeNames(matched, pairs, name);
        }
        List<ColumnRule> rules = new ArrayList<>();
        for (Column column : old.storedColumns()) {
            Column current = pairs.get(column.name());
            boolean inBackup = !key.isEmpty() && isSaved(old.id(), column);
            boolean madeAnew = current != null
                    && inBackup
                    && (isDoubtful(old, now, column, current) || moved.contains(column.name()))
                    && !isCarried(matched, column, current);
            rules.add(
                    madeAnew
                            ? new ColumnRule(column, null, true, false, null)
                            : new ColumnRule(column, current, inBackup, false, null));
        }
        return new RowMerge(
                        old,
                        Relation.of(old.id()),
                        source,
                        saved,
                        key,
                        withParents(old, rules),
                        writer.byMigration(now))
                .within(changedTypes(), partitions(old))
                .reading(now);
    }

    /** Whether most rows hold the saved values of a column in a live one, or there are no such rows. */
    private boolean isCarried(RowMerge matched, Column column, Column current) throws SQLException {
        ColumnRule rule = new ColumnRule(column, current, true, false, null);
        long[] rows = probes.pair(sql.carried(matched.withRules(List.of(rule)), rule));
        return rows[1] * 2 >= rows[0];
    }

    /** Pairs two columns crosswise when the rows say that each has the other's name now. */
    private void exchangeNames(RowMerge matched, Map<String, Column> pairs, String name) throws SQLException {
        Table old = matched.table();
        Column one = old.column(name).orElseThrow();
        Column oneNow = pairs.get(name);
        if (oneNow == null || !isSaved(old.id(), one) || isCarried(matched, one, oneNow)) {
            return;
        }
        for (Column other : old.storedColumns()) {
            Column otherNow = pairs.get(other.name());
            if (otherNow != null
                    && !other.name().equals(name)
                    && oneNow.sameValues(otherNow)
                    && isSaved(old.id(), other)
                    && !isCarried(matched, other, otherNow)
                    && isCarried(matched, one, otherNow)
                    && isCarried(matched, other, oneNow)) {
                pairs.put(name, otherNow);
                pairs.put(other.name(), oneNow);
                return;
            }
        }
    }

    /** Users' types that are not there as they were. */
    private List<OpaqueObject> changedTypes() {
        return snapshot.all(OpaqueObject.class)
                .filter(t -> t.id().kind() == ObjectKind.TYPE)
                .filter(t -> live.find(t.id())
                        .filter(now -> now.definition().equals(t.definition()))
                        .isEmpty())
                .toList();
    }

    private List<Table> partitions(Table root) {
        return new TableTrees(snapshot)
                .tree(root).stream().filter(t -> !t.id().equals(root.id())).toList();
    }

    /** Whether nothing but perhaps the key was carried over: the live table only has the old one's name. */
    boolean isAnotherTable(Table old, Table now, RowMerge merge) {
        Set<Column> keyed = new HashSet<>();
        merge.key().forEach(k -> keyed.add(k.old()));
        List<ColumnRule> others =
                merge.rules().stream().filter(r -> !keyed.contains(r.target())).toList();
        return isNumbered(old)
                && !isSameTable(old, now)
                && !others.isEmpty()
                && others.stream().allMatch(ColumnRule::isDestroyed);
    }

    private boolean isSaved(ObjectId table, Column column) {
        return backup != null
                && backup.rowsOf(table)
                        .filter(t -> t.columns().contains(column.name()))
                        .isPresent();
    }

    /** Whether the server's own numbers tell which column of it is which. */
    private static boolean isNumbered(Table table) {
        return table.nativeId() != 0 && table.columns().stream().anyMatch(c -> c.nativeNo() != 0);
    }

    private static boolean isSameTable(Table old, Table now) {
        return isNumbered(old) && old.nativeId() == now.nativeId();
    }

    /** A column that has the name of an old one but was made anew may mean something else. */
    private static boolean isDoubtful(Table old, Table now, Column column, Column current) {
        return isSameTable(old, now) ? column.nativeNo() != current.nativeNo() : !column.sameValues(current);
    }

    private Map<String, Column> pairs(Table old, Table now) {
        Map<String, Column> pairs = new HashMap<>();
        for (Column column : old.columns()) {
            Optional<Column> there = isSameTable(old, now)
                    ? now.columns().stream()
                            .filter(c -> c.nativeNo() == column.nativeNo())
                            .findFirst()
                    : Optional.empty();
            there.or(() -> now.columns().stream()
                            .filter(c -> sql.sameName(column, c))
                            .findFirst()
                            .filter(c -> mayCarry(old, now, column, c)))
                    .ifPresent(c -> pairs.put(column.name(), c));
        }
        return pairs;
    }

    private boolean mayCarry(Table old, Table now, Column column, Column candidate) {
        boolean taken =
                isSameTable(old, now) && old.columns().stream().anyMatch(c -> c.nativeNo() == candidate.nativeNo());
        return !taken && (column.sameValues(candidate) || sql.sameFamily(candidate, column));
    }

    /** Columns that tell which live row is which saved row; the first key of the old shape that still does. */
    private List<KeyPair> key(Table old, Table now, Map<String, Column> pairs, Relation source, Relation saved)
            throws SQLException {
        for (List<String> columns : TableKeys.of(snapshot, old)) {
            List<KeyPair> key = carried(columns, old, pairs);
            if (!key.isEmpty() && isStill(key, old, now, source, saved)) {
                return key;
            }
        }
        for (List<String> columns : TableKeys.nullable(snapshot, old)) {
            List<KeyPair> key = carried(columns, old, pairs);
            if (!key.isEmpty() && isNeverNull(key, saved) && isStill(key, old, now, source, saved)) {
                return key;
            }
        }
        return List.of();
    }

    /** A key whose columns are all in the backup and in the live table; empty when one is not. */
    private List<KeyPair> carried(List<String> columns, Table old, Map<String, Column> pairs) {
        List<KeyPair> key = new ArrayList<>();
        for (String name : columns) {
            Column column = old.column(name).orElseThrow();
            Column current = pairs.get(name);
            if (current == null
                    || !isSaved(old.id(), column)
                    || !current.sameValues(column) && !sql.sameFamily(current, column)) {
                return List.of();
            }
            key.add(new KeyPair(current, column));
        }
        return key;
    }

    /** Whether no saved row has a null in a key, and no live row can have one. */
    private boolean isNeverNull(List<KeyPair> key, Relation saved) throws SQLException {
        return key.stream().noneMatch(k -> k.current().nullable())
                && probes.number(sql.nulls(saved, key.stream().map(KeyPair::old).toList())) == 0;
    }

    /** Whether a key is the one that it was, and not columns of the same names that were made anew. */
    private boolean isStill(List<KeyPair> key, Table old, Table now, Relation source, Relation saved)
            throws SQLException {
        if (key.stream().noneMatch(k -> isDoubtful(old, now, k.old(), k.current()))) {
            return true;
        }
        ColumnRule rule = new ColumnRule(key.get(0).old(), key.get(0).current(), true, false, null);
        RowMerge probe =
                new RowMerge(old, source, source, saved, key, List.of(rule), writer.byMigration(now)).reading(now);
        return probes.pair(sql.carried(probe, rule))[0] > 0;
    }

    /** Foreign keys to a retyped key find the old form of the key in the backup of the referenced table. */
    private List<ColumnRule> withParents(Table old, List<ColumnRule> rules) {
        List<ColumnRule> out = new ArrayList<>();
        for (ColumnRule rule : rules) {
            Column current = rule.current();
            out.add(
                    current == null || current.sameValues(rule.target())
                            ? rule
                            : new ColumnRule(
                                    rule.target(),
                                    current,
                                    rule.saved(),
                                    rule.rewritten(),
                                    parent(old, rule.target())));
        }
        return out;
    }

    private ColumnRule.@Nullable ParentKey parent(Table old, Column column) {
        for (Constraint fk : snapshot.partsOf(old.id()).stream()
                .filter(o -> o.id().kind() == ObjectKind.FOREIGN_KEY)
                .map(Constraint.class::cast)
                .filter(fk -> fk.columns().equals(List.of(column.name())))
                .toList()) {
            ObjectId parentId = fk.references();
            Table parent = parentId == null ? null : snapshot.table(parentId).orElse(null);
            Table parentNow = parentId == null ? null : liveOf(parentId).orElse(null);
            if (parent == null || parentNow == null || fk.referencedColumns().size() != 1) {
                continue;
            }
            Column key = parent.column(fk.referencedColumns().get(0)).orElseThrow();
            Column liveKey = pairs(parent, parentNow).get(key.name());
            Optional<Relation> saved = saved(parent.id());
            if (saved.isPresent() && liveKey != null && !liveKey.sameValues(key)) {
                return new ColumnRule.ParentKey(saved.get(), key.name(), key, liveKey);
            }
        }
        return null;
    }
}
