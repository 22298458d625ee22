// SPDX-License-Identifier: Apache-2.0
package dev.rollback.dialect;

import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns that change when rows that break a rule get the backup's values: those of the rule, and of all rules that share
 * columns with it, so that none of them sees a mixture; and the rules that have a say in it.
 */
public final class RuleColumns {
    private final Violation violation;
    private final Function<String, List<String>> mentioned;
    private final Set<String> columns;

    /**
     * @param mentioned the columns that an expression names, as the server prints it
     */
    public RuleColumns(Violation violation, Function<String, List<String>> mentioned) {
        this.violation = violation;
        this.mentioned = mentioned;
        this.columns = closed();
    }

    /** The columns that get the backup's values; rows are still known by their key. */
    public Set<String> changed() {
        Set<String> changed = new LinkedHashSet<>(columns);
        changed.removeAll(violation.key());
        return changed;
    }

    /** Whether the rule is about nothing but the key by which rows are known. */
    public boolean isKey() {
        return violation.key().containsAll(own());
    }

    /** Whether the columns of all unique rules whose values change tell all, and the backup has them. */
    public boolean arePlain() {
        return uniqueRules().allMatch(this::isPlain);
    }

    /** Unique rules whose values change. */
    public Stream<SchemaObject> uniqueRules() {
        return violation.rules().stream()
                .filter(r -> r instanceof Index index && index.unique()
                        || r.id().kind() == ObjectKind.PRIMARY_KEY
                        || r.id().kind() == ObjectKind.UNIQUE_KEY)
                .filter(r -> stored(names(r)).stream().anyMatch(this::isChanged));
    }

    /** Foreign keys that must find their parents by the backup's values. */
    public Stream<Constraint> foreignKeys() {
        Constraint own = violation.constraint();
        Stream<Constraint> others = violation.inForce().stream()
                .filter(this::isChild)
                .filter(fk -> fk.columns().stream().anyMatch(this::isChanged));
        return own != null && own.id().kind() == ObjectKind.FOREIGN_KEY
                ? Stream.concat(Stream.of(own), others)
                : others;
    }

    /** The relation that such a foreign key points to. */
    public Relation parent(Constraint foreignKey) {
        Relation own = foreignKey.equals(violation.constraint()) ? violation.references() : null;
        return own != null ? own : Relation.of(Objects.requireNonNull(foreignKey.references()));
    }

    /** Foreign keys in force by which other rows may point to the present values. */
    public Stream<Constraint> pointingHere() {
        return violation.inForce().stream()
                .filter(fk ->
                        Relation.of(Objects.requireNonNull(fk.references())).equals(violation.on()))
                .filter(fk -> fk.referencedColumns().stream().anyMatch(this::isChanged));
    }

    /** The columns that a rule names; some products tell those of a check in its text alone. */
    public List<String> names(SchemaObject rule) {
        if (rule instanceof Index index) {
            return index.columns().isEmpty() ? mentioned.apply(index.using()) : index.columns();
        }
        Constraint constraint = (Constraint) rule;
        return constraint.columns().isEmpty() ? mentioned.apply(constraint.text()) : constraint.columns();
    }

    /** The columns of the rule, and of all others that share columns with these; none is generated. */
    private Set<String> closed() {
        Set<String> closed = new LinkedHashSet<>(own());
        List<SchemaObject> open = new ArrayList<>(violation.rules());
        open.addAll(violation.inForce().stream().filter(this::isChild).toList());
        boolean grown = true;
        while (grown) {
            List<SchemaObject> sharing = open.stream()
                    .filter(this::holds)
                    .filter(rule -> stored(names(rule)).stream().anyMatch(closed::contains))
                    .toList();
            sharing.forEach(rule -> closed.addAll(stored(names(rule))));
            grown = open.removeAll(sharing);
        }
        return closed;
    }

    private Set<String> own() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        return stored(constraint != null ? names(constraint) : index != null ? names(index) : List.of());
    }

    /** Whether a rule is about a row by itself, or about rows with the same values. */
    private boolean holds(SchemaObject rule) {
        return rule instanceof Index index
                ? index.unique()
                : rule instanceof Constraint constraint
                        && (constraint.id().kind() != ObjectKind.FOREIGN_KEY
                                || violation.inForce().contains(rule));
    }

    private boolean isChild(Constraint fk) {
        return Relation.of(fk.table()).equals(violation.on());
    }

    private boolean isChanged(String name) {
        return columns.contains(name) && !violation.key().contains(name);
    }

    /** What generated columns are computed from, in their stead. */
    private Set<String> stored(List<String> names) {
        Set<String> stored = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(names);
        while (!open.isEmpty()) {
            String name = open.remove(0);
            Column column = violation.table().column(name).orElse(null);
            if (column == null || !seen.add(name)) {
                continue;
            }
            if (column.generated() == null) {
                stored.add(name);
            } else {
                open.addAll(mentioned.apply(column.generated()));
            }
        }
        return stored;
    }

    private boolean isPlain(SchemaObject rule) {
        boolean whole = rule instanceof Constraint
                || rule instanceof Index index && !index.columns().isEmpty();
        return whole
                && names(rule).stream()
                        .allMatch(n -> violation
                                .table()
                                .column(n)
                                .filter(c -> !c.isGenerated())
                                .isPresent());
    }
}
