// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the statements that copy, merge, count and compare rows. Statements that set rows aside write them to the quarantine
 * of the backup schema in the same statement or transaction, so that none can be lost between two.
 */
public interface RowSql {
    /** The reason of rows that the migration itself inserted. */
    String SEEDED = "inserted by the migration";
    /** How the reason ends when only a value of the row was replaced and the row itself stays in its table. */
    String VALUE_REPLACED = "; the backup's value is back";

    /**
     * Copies the stored columns of a live table into a new relation of the backup schema; with {@link Stepwise} only makes it, for
     * {@link Stepwise#fill}.
     *
     * @param keys columns by which its rows will be looked up, for products that need an index for that
     */
    List<String> save(Table table, List<List<String>> keys, Relation live, Relation copy);

    /** Copies the rows of a backup into an empty table of the old shape. */
    String restore(Table table, Relation saved, Relation target);

    /**
     * A query of one row, {@code rows, checksum}: the checksum is over the text form of the values, independent of the order
     * of rows and of the types that they are stored in.
     */
    String checksum(Relation relation, List<Column> columns);

    /** A query of one number: the rows of a relation. */
    String count(Relation relation);

    /** A query of one number: the rows of a relation that have a null in any of these columns. */
    String nulls(Relation relation, List<Column> columns);

    /**
     * Brings rows into their old shape, for one range of them, in one transaction; has the marks {@link Tokens#SOURCE},
     * {@link Tokens#RANGE} and {@link Tokens#RUN}.
     */
    List<String> merge(RowMerge merge, String backupSchema);

    /** Makes a relation with the keys of the saved rows that are still in the live table. */
    List<String> survivors(RowMerge merge, Relation keys);

    /**
     * Puts saved rows back that the migration deleted and that are not in the live table.
     *
     * @param survivors the keys of the saved rows that the migration left in place
     */
    List<String> restoreDeleted(RowMerge merge, Relation survivors);

    /** A query of {@code rows, sample}: rows that {@link #restoreDeleted} will put back. */
    String deletedByMigration(RowMerge merge, Relation survivors);

    /**
     * Makes a relation with the old key of every live row by its new key; rows born later get new old keys.
     *
     * @param merge how the table is filled; only the rule of the old key matters
     * @param liveKey the live column that replaced the key
     */
    List<String> keyMap(RowMerge merge, ColumnRule oldKey, Column liveKey, Relation map);

    /** A query of {@code reason, rows, sample}: live rows that {@link #merge} will set aside. */
    String mergeMisfits(RowMerge merge);

    /** A query of {@code rows}: live rows whose value of this column the old type holds less exactly. */
    Optional<String> narrowed(RowMerge merge, ColumnRule rule);

    /** A query of {@code rows, sample}: live rows whose value in a column to be removed was written since. */
    String valuesWritten(Table table, Relation live, Column column, List<String> key, String byMigration);

    /** A query of {@code rows, sample}: live rows of a table to be removed that were written since. */
    String rowsWritten(Relation live, List<String> key, String byMigration);

    /** A query of {@code rows, sample}: live rows that the migration itself changed in columns that survive. */
    String rewritten(RowMerge merge);

    /** A query of {@code rows}: live rows that differ from the backup in columns that survive, whoever changed them. */
    String changed(RowMerge merge);

    /**
     * A query of {@code rows, same}: live rows that the backup has too, by key, and how many of them hold the backup's value of
     * one column, converted to the live type. Tells whether a column carries on an old one or only has its name.
     */
    String carried(RowMerge merge, ColumnRule rule);

    /** Whether values of both types stand for the same things, as text and uuid do, so that rows can be matched by them. */
    boolean sameFamily(Column one, Column other);

    /** Whether two columns have the same name to the server, which may not tell upper from lower case. */
    default boolean sameName(Column one, Column other) {
        return one.name().equals(other.name());
    }

    /** A query of {@code rows, sample}: live rows that the migration itself inserted. */
    String seeded(RowMerge merge, List<RowReference> referencedBy);

    /** Puts the backup's values into rows that the migration rewrote; sets the present ones aside first. */
    List<String> restoreValues(RowMerge merge, String backupSchema);

    /**
     * Sets rows aside that the migration inserted and that no other row needs. They leave the live table, or, with
     * {@link Stepwise}, the target that they were copied into.
     */
    List<String> removeSeeded(RowMerge merge, List<RowReference> referencedBy, String backupSchema);

    /**
     * Sets rows aside that violate a constraint or unique index of the old shape; empty when none can. A row that the backup has
     * stays, with the backup's values where it does not fit.
     */
    List<String> removeViolating(Violation violation, String backupSchema);

    /** The check that is part of a column's own definition, as in {@code CHECK (n > 0)}; empty without. */
    default Optional<String> check(Column column) {
        return Optional.empty();
    }

    /** Sets the rows of an overflow partition aside, and drops it. */
    List<String> removeOverflow(Table table, Relation overflow, String backupSchema);

    /**
     * Fills a partition from the backup if no live row has a place in it: the migration dropped it, and its rows with it.
     */
    String restorePartition(Table root, Relation saved, Relation partition);

    /** A query of {@code rows, sample}: rows that violate a constraint of the old shape; empty when none can. */
    Optional<String> violating(Violation violation);

    /** The statements with others around them, so that the users' triggers on some relations do not fire; in a transaction. */
    List<String> withoutTriggers(List<Relation> relations, List<String> statements);

    /** A query of {@code rows}: rows of a relation that point to a missing parent. */
    String orphans(Constraint foreignKey, Relation child, Relation parent);

    /** A query of {@code rows, same}: rows on both sides by key, and how many of them have equal values in some columns. */
    String compare(Relation left, Relation right, List<Column> key, List<Column> columns);

    /**
     * A rule that rows may violate once it is back.
     *
     * @param on the relation that holds the rows
     * @param name the rule's name, for the reason
     * @param constraint a key, foreign key, check or exclusion constraint; null for a unique index
     * @param index a unique index; null for a constraint
     * @param references the relation that a foreign key points to; null for others
     * @param saved the backup of the table: its rows are kept before later ones; null without
     * @param table the old shape
     * @param key columns of {@code on} and of {@code saved} that tell which rows are the same; empty when there are none
     * @param inForce foreign keys that are in force when the rows go: rows that point to them go too, and so on
     * @param tables the tables as they are when the rows go: that of {@code on} and those of {@code inForce}; those that are not
     *     told have the old shape
     * @param rules all rules of the old shape: a row whose values are put back must keep them too
     */
    record Violation(
            Relation on,
            String name,
            @org.jspecify.annotations.Nullable Constraint constraint,
            @org.jspecify.annotations.Nullable Index index,
            @org.jspecify.annotations.Nullable Relation references,
            @org.jspecify.annotations.Nullable Relation saved,
            Table table,
            List<String> key,
            List<Constraint> inForce,
            List<Table> tables,
            List<SchemaObject> rules) {

        /** A rule over rows that no foreign key points to. */
        public Violation(
                Relation on,
                String name,
                @org.jspecify.annotations.Nullable Constraint constraint,
                @org.jspecify.annotations.Nullable Index index,
                @org.jspecify.annotations.Nullable Relation references,
                @org.jspecify.annotations.Nullable Relation saved,
                Table table,
                List<String> key) {
            this(on, name, constraint, index, references, saved, table, key, List.of(), List.of(), List.of());
        }

        /** A rule that asks for no rows to be kept before others. */
        public Violation(
                Relation on,
                String name,
                @org.jspecify.annotations.Nullable Constraint constraint,
                @org.jspecify.annotations.Nullable Index index,
                @org.jspecify.annotations.Nullable Relation references,
                @org.jspecify.annotations.Nullable Relation saved,
                Table table) {
            this(on, name, constraint, index, references, saved, table, List.of());
        }

        /** The plain columns of the rule. */
        public List<String> columns() {
            return constraint != null ? constraint.columns() : index != null ? index.columns() : List.of();
        }

        /** The columns by which people recognise a row that it is about. */
        public List<String> shown() {
            return key.isEmpty() ? columns() : key;
        }

        /** The table that holds the rows as it is when they go. */
        public Table present() {
            return tables.stream()
                    .filter(t -> Relation.of(t.id()).equals(on))
                    .findFirst()
                    .orElse(table);
        }

        /**
         * Those of some foreign keys by which other rows go along: each points to {@code on}, or to the table of one before it.
         */
        public List<Constraint> followed(List<Constraint> keys) {
            List<Constraint> open = new ArrayList<>(keys);
            List<Constraint> followed = new ArrayList<>();
            Set<Relation> losing = new HashSet<>(Set.of(on));
            boolean found = true;
            while (found) {
                found = false;
                for (Constraint fk : List.copyOf(open)) {
                    if (losing.contains(Relation.of(Objects.requireNonNull(fk.references())))) {
                        found = true;
                        open.remove(fk);
                        followed.add(fk);
                        losing.add(Relation.of(fk.table()));
                    }
                }
            }
            return followed;
        }

        /** The same where these foreign keys are in force, and the tables are as they are told. */
        public Violation among(List<Constraint> keys, List<Table> present) {
            return new Violation(on, name, constraint, index, references, saved, table, key, keys, present, rules);
        }

        /** The same where no values of the backup can be put back, as the columns have other names yet. */
        public Violation unsaved() {
            return new Violation(on, name, constraint, index, references, null, table, key, inForce, tables, rules);
        }

        /** The same for rows that must keep these rules too. */
        public Violation keeping(List<SchemaObject> others) {
            return new Violation(on, name, constraint, index, references, saved, table, key, inForce, tables, others);
        }
    }
}
