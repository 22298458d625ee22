// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Column;
import dev.rollback.model.OpaqueObject;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are brought into their old shape: the live rows, joined to the backup by key.
 *
 * @param table the old shape
 * @param target the relation that receives the rows
 * @param source the live relation
 * @param saved the relation of the backup; null when the live rows hold everything
 * @param key pairs of columns that tell which rows are the same; empty without a backup
 * @param rules one for each stored column of the old shape
 * @param byMigration a condition on the live row (alias {@code c}) that is true when the migration itself wrote it last
 * @param types users' types as they were, where the live ones are not the same or are gone
 * @param partitions the partitions of the old shape, of all levels; empty for a table without
 * @param live the live table with all its columns; null when it is not known
 */
public record RowMerge(
        Table table,
        Relation target,
        Relation source,
        @Nullable Relation saved,
        List<KeyPair> key,
        List<ColumnRule> rules,
        String byMigration,
        List<OpaqueObject> types,
        List<Table> partitions,
        @Nullable Table live) {

    /** A merge of a table without partitions whose users' types are as they were, as far as is known. */
    public RowMerge(
            Table table,
            Relation target,
            Relation source,
            @Nullable Relation saved,
            List<KeyPair> key,
            List<ColumnRule> rules,
            String byMigration) {
        this(table, target, source, saved, key, rules, byMigration, List.of(), List.of(), null);
    }

    /**
     * A key column on both sides.
     *
     * @param current the live column
     * @param old the column of the old shape
     */
    public record KeyPair(Column current, Column old) {}

    public RowMerge {
        key = List.copyOf(key);
        rules = List.copyOf(rules);
        types = List.copyOf(types);
        partitions = List.copyOf(partitions);
    }

    /** Whether rows are only copied, each as it is. */
    public boolean isPlainCopy() {
        return rules.stream().allMatch(this::isPlain);
    }

    /** Whether a column's live values are taken as they are: its type is the old one, and that has not changed inside. */
    public boolean isPlain(ColumnRule rule) {
        return rule.isPlain() && (types.isEmpty() || !rule.target().userType());
    }

    /** Whether rows can be told to be in the backup. */
    public boolean isJoined() {
        return saved != null && !key.isEmpty();
    }

    /** Whether a rule can take the backup's value. */
    public boolean hasBackup(ColumnRule rule) {
        return rule.saved() && isJoined();
    }

    /** Whether a row that the backup has is known by this column, so that it holds the backup's value. */
    public boolean isKey(ColumnRule rule) {
        return key.contains(new KeyPair(rule.live(), rule.target()));
    }

    /** Whether any row may have been written by the migration. */
    public boolean mayBeByMigration() {
        return !byMigration.equals("false");
    }

    /** The rules of columns that the backup has and whose live values mean the same; none where rows cannot be told. */
    public List<ColumnRule> surviving() {
        return isJoined()
                ? rules.stream()
                        .filter(r ->
                                r.saved() && r.current() != null && r.live().sameValues(r.target()))
                        .toList()
                : List.of();
    }

    /** Those of them in which the migration is known to have rewritten values, and rows that it wrote are known too. */
    public List<ColumnRule> rewritten() {
        return mayBeByMigration()
                ? surviving().stream().filter(ColumnRule::rewritten).toList()
                : List.of();
    }

    /** The live columns of the key. */
    public List<Column> liveKey() {
        return key.stream().map(KeyPair::current).toList();
    }

    /** All live columns, as far as they are known. */
    public List<Column> liveColumns() {
        if (live != null) {
            return live.columns();
        }
        List<Column> columns = new ArrayList<>(liveKey());
        rules.stream()
                .map(ColumnRule::current)
                .filter(c ->
                        c != null && columns.stream().noneMatch(o -> o.name().equals(c.name())))
                .forEach(columns::add);
        return columns;
    }

    public RowMerge from(Relation other) {
        return new RowMerge(table, target, other, saved, key, rules, byMigration, types, partitions, live);
    }

    /** The same merge with other rules. */
    public RowMerge withRules(List<ColumnRule> others) {
        return new RowMerge(table, target, source, saved, key, others, byMigration, types, partitions, live);
    }

    /** The same merge with another target. */
    public RowMerge into(Relation other) {
        return new RowMerge(table, other, source, saved, key, rules, byMigration, types, partitions, live);
    }

    /** The same merge with what more is known of the old shape. */
    public RowMerge within(List<OpaqueObject> oldTypes, List<Table> oldPartitions) {
        return new RowMerge(table, target, source, saved, key, rules, byMigration, oldTypes, oldPartitions, live);
    }

    /** The same merge of rows that stand in this table now. */
    public RowMerge reading(Table now) {
        return new RowMerge(table, target, source, saved, key, rules, byMigration, types, partitions, now);
    }
}
