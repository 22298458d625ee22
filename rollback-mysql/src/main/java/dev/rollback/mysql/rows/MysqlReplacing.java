// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the backup's values back into rows that do not fit, where that makes them fit: in the columns of the rule, and of all
 * rules that share columns with it, so that none of them sees a mixture. A row stays as it is where a value is taken by another
 * row, a parent is gone, or other rows point to it by these values. The present rows are c, the backup's b.
 */
final class MysqlReplacing {
    private final Violation violation;
    private final List<Column> row;
    private final List<Column> shown;
    private final List<Column> key;
    private final Set<String> columns;

    /**
     * @param row what a row is known by
     * @param shown by what people know it
     */
    MysqlReplacing(Violation violation, List<Column> row, List<Column> shown) {
        this.violation = violation;
        this.row = row;
        this.shown = shown;
        this.key = MysqlRows.columns(violation.table(), violation.key());
        this.columns = closed();
    }

    /** @param bad a query of {@code h, reason}; empty when no row can be mended */
    List<String> statements(String bad, String backupSchema) {
        Relation saved = violation.saved();
        Set<String> changed = new LinkedHashSet<>(columns);
        changed.removeAll(violation.key());
        boolean isKey = violation.key().containsAll(own());
        if (saved == null || key.isEmpty() || isKey || !uniqueRules().allMatch(this::isPlain)) {
            return List.of();
        }
        MysqlAside aside = new MysqlAside(backupSchema, "rollback_mending").remember(rows(bad, saved));
        String found = quote(violation.on()) + " c JOIN " + aside.rows() + " v ON v.h = " + MysqlRows.hash("c", row);
        String set = Stream.concat(
                        changed.stream().map(name -> column("c", name) + " = " + column("b", name)), stamps(changed))
                .collect(Collectors.joining(", "));
        return aside.run(MysqlRows.quarantine(
                        backupSchema,
                        violation.table().id(),
                        "CONCAT(v.reason, " + literal(VALUE_REPLACED) + ")",
                        MysqlRows.keyText("c", shown),
                        MysqlRows.rowData("c", row),
                        "FROM " + found))
                .unchecked(List.of(
                        "UPDATE " + found + " JOIN " + quote(saved) + " b ON " + sameKey("b", "c") + "\nSET " + set))
                .forget();
    }

    private String rows(String bad, Relation saved) {
        List<String> conditions = new ArrayList<>();
        uniqueRules().forEach(rule -> conditions.add("NOT " + isTaken(rule)));
        foreignKeys().forEach(fk -> conditions.add("NOT (" + isOrphaned(fk) + ")"));
        violation.inForce().stream()
                .filter(fk ->
                        Relation.of(Objects.requireNonNull(fk.references())).equals(violation.on()))
                .filter(fk -> fk.referencedColumns().stream().anyMatch(this::isChanged))
                .forEach(fk -> conditions.add("NOT " + isNeeded(fk)));
        String names = key.stream().map(k -> quote(k.name())).collect(Collectors.joining(", "));
        return "SELECT w.h, MIN(w.reason) AS reason\nFROM (" + bad + ") w JOIN " + quote(violation.on())
                + " c ON w.h = " + MysqlRows.hash("c", row) + " JOIN (SELECT " + names + " FROM "
                + quote(violation.on()) + " GROUP BY " + names + " HAVING COUNT(*) = 1) u ON " + sameKey("u", "c")
                + " JOIN " + quote(saved) + " b ON " + sameKey("b", "c")
                + "\nWHERE " + MysqlRows.and(conditions) + "\nGROUP BY w.h";
    }

    private String sameKey(String one, String other) {
        return MysqlRows.and(key.stream()
                .map(k -> MysqlRows.keyEquals(column(one, k.name()), column(other, k.name()), k))
                .toList());
    }

    /** Whether another row has what the backup's row had. */
    private String isTaken(SchemaObject rule) {
        List<String> conditions = new ArrayList<>();
        names(rule).forEach(name -> conditions.add(column("x", name) + " = " + column("b", name)));
        conditions.add("NOT (" + sameKey("x", "c") + ")");
        return MysqlRows.exists(violation.on(), "x", MysqlRows.and(conditions));
    }

    private String isOrphaned(Constraint fk) {
        boolean own = fk.equals(violation.constraint());
        Relation parent = own ? violation.references() : Relation.of(Objects.requireNonNull(fk.references()));
        return MysqlViolationSql.isMissing(fk, Objects.requireNonNull(parent), c -> "b");
    }

    private String isNeeded(Constraint fk) {
        return MysqlRows.exists(Relation.of(fk.table()), "x", MysqlRows.pointsTo(fk, "x", "c"));
    }

    /** The columns of the rule, and of all others that share columns with these; none is generated. */
    private Set<String> closed() {
        Set<String> closed = new LinkedHashSet<>(own());
        List<SchemaObject> open = new ArrayList<>(violation.rules());
        open.addAll(violation.inForce().stream().filter(this::isChild).toList());
        boolean grown = true;
        while (grown) {
            grown = open.removeIf(rule -> {
                Set<String> names = holds(rule) ? stored(names(rule)) : Set.of();
                return names.stream().anyMatch(closed::contains) && !closed.isEmpty() && addAll(closed, names);
            });
        }
        return closed;
    }

    private static boolean addAll(Set<String> closed, Set<String> names) {
        closed.addAll(names);
        return true;
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

    private static List<String> names(SchemaObject rule) {
        if (rule instanceof Index index) {
            return index.columns().isEmpty() ? MysqlNames.within(index.using()) : index.columns();
        }
        return ((Constraint) rule).columns();
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
                open.addAll(MysqlNames.within(column.generated()));
            }
        }
        return stored;
    }

    /** Unique rules whose values change. */
    private Stream<SchemaObject> uniqueRules() {
        return violation.rules().stream()
                .filter(r -> r instanceof Index index && index.unique()
                        || r.id().kind() == ObjectKind.PRIMARY_KEY
                        || r.id().kind() == ObjectKind.UNIQUE_KEY)
                .filter(r -> stored(names(r)).stream().anyMatch(this::isChanged));
    }

    /** Whether its columns tell all, and the backup has them. */
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

    /** Foreign keys that must find their parents by the backup's values. */
    private Stream<Constraint> foreignKeys() {
        Constraint own = violation.constraint();
        Stream<Constraint> others = violation.inForce().stream()
                .filter(this::isChild)
                .filter(fk -> fk.columns().stream().anyMatch(this::isChanged));
        return own != null && own.id().kind() == ObjectKind.FOREIGN_KEY
                ? Stream.concat(Stream.of(own), others)
                : others;
    }

    /** Times of the last change would be set by the update itself. */
    private Stream<String> stamps(Set<String> changed) {
        Table now = violation.present();
        return now.columns().stream()
                .filter(c -> c.attributes().toUpperCase(Locale.ROOT).contains("ON UPDATE"))
                .map(Column::name)
                .filter(name -> !changed.contains(name))
                .map(name -> column("c", name) + " = " + column("c", name));
    }
}
