// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.dialect.RowSql.VALUE_REPLACED;
import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.and;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectKind;
import dev.rollback.model.SchemaObject;
import dev.rollback.model.Table;
import dev.rollback.postgres.rows.PostgresElements.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the backup's values back into rows that do not fit, where that makes them fit: in the columns of the rule, and of all
 * rules that share columns with it, so that none of them sees a mixture. A row stays as it is where a value is taken by another
 * row, a parent is gone, or other rows point to it by these values. The present rows are c, the backup's b.
 */
final class PostgresReplacing {
    private final Violation violation;
    private final PostgresSharedRules shared;
    private final List<String> shown;
    private final List<Column> key;
    private final Set<String> changed;

    /** @param shown the columns by which people recognise a row */
    PostgresReplacing(Violation violation, List<String> shown) {
        this.violation = violation;
        this.shared = new PostgresSharedRules(violation);
        this.shown = shown;
        this.key = violation.table().columns().stream()
                .filter(c -> violation.key().contains(c.name()))
                .toList();
        this.changed = new LinkedHashSet<>(shared.columns());
        violation.key().forEach(changed::remove);
    }

    /** @param bad a query of {@code t, r, reason}; empty when no row can be mended */
    Optional<String> statement(String bad, String backupSchema) {
        Relation saved = violation.saved();
        if (saved == null || key.isEmpty() || violation.key().containsAll(shared.own()) || !isPossible()) {
            return Optional.empty();
        }
        String on = quote(violation.on());
        String names = PostgresRows.names(violation.key());
        String set =
                changed.stream().map(name -> quote(name) + " = " + old(name)).collect(Collectors.joining(", "));
        String place = "v.t = c.tableoid AND v.r = c.ctid";
        return Optional.of("WITH bad AS MATERIALIZED (\n" + bad
                + "\n), mended AS MATERIALIZED (\nSELECT c.tableoid AS t, c.ctid AS r, min(v.reason) AS reason\nFROM bad v JOIN "
                + on + " c ON " + place + " JOIN (SELECT " + names + " FROM " + on + " GROUP BY " + names
                + " HAVING count(*) = 1) u ON " + sameKey("u") + " JOIN " + quote(saved) + " b ON " + sameBackup()
                + "\nWHERE " + and(conditions()) + "\nGROUP BY c.tableoid, c.ctid\n), changed AS (\nUPDATE " + on
                + " c SET " + set + "\nFROM mended v, " + quote(saved) + " b\nWHERE " + place + " AND " + sameBackup()
                + "\n)\n"
                + PostgresRows.quarantine(
                        backupSchema,
                        violation.table().id(),
                        "(SELECT v.reason || " + literal(VALUE_REPLACED) + " AS reason, " + PostgresRows.keyText(shown)
                                + " AS row_key, to_jsonb(c.*) AS row_data\nFROM " + on + " c JOIN mended v ON " + place
                                + ") m"));
    }

    /** Whether the values can be written, and all rules that look at them be asked beforehand. */
    private boolean isPossible() {
        Table now = violation.present();
        boolean there = Stream.concat(changed.stream(), violation.key().stream())
                .allMatch(name -> violation
                        .table()
                        .column(name)
                        .filter(c -> !"ALWAYS".equals(c.identity()))
                        .filter(c -> now.column(name).filter(c::sameValues).isPresent())
                        .isPresent());
        return there
                && !now.isPartition()
                && shared.mentioned(Objects.requireNonNullElse(now.partitionedBy(), "")).stream()
                        .noneMatch(changed::contains)
                && uniqueRules().allMatch(rule -> plain(rule).isPresent())
                && violation.rules().stream()
                        .filter(r -> r instanceof Constraint check
                                && check.id().kind() == ObjectKind.CHECK
                                && !check.validated())
                        .noneMatch(this::isTouched);
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        uniqueRules()
                .forEach(rule -> conditions.add("NOT " + isTaken(plain(rule).orElseThrow())));
        foreignKeys().forEach(fk -> conditions.add("NOT coalesce(" + isOrphaned(fk) + ", false)"));
        violation.inForce().stream()
                .filter(fk ->
                        Relation.of(Objects.requireNonNull(fk.references())).equals(violation.on()))
                .filter(fk -> fk.referencedColumns().stream().anyMatch(changed::contains))
                .forEach(fk -> conditions.add("NOT " + isNeeded(fk)));
        return conditions;
    }

    /** The backup's value. */
    private String old(String name) {
        return PostgresRows.unstored(
                column("b", name), violation.table().column(name).orElseThrow());
    }

    private String sameKey(String other) {
        return and(key.stream()
                .map(k -> PostgresRows.keyEquals(column(other, k.name()), column("c", k.name()), k))
                .toList());
    }

    private String sameBackup() {
        return sameKey("b");
    }

    /** Whether another row has what the backup's row had. */
    private String isTaken(PostgresElements rule) {
        List<String> conditions = new ArrayList<>();
        for (Element element : rule.elements()) {
            String name = shared.plain(element).orElseThrow();
            String operator = rule.nullsDistinct() ? element.operator() : "IS NOT DISTINCT FROM";
            conditions.add(column("x", name) + " " + operator + " " + old(name));
        }
        conditions.add("NOT ("
                + and(key.stream()
                        .map(k -> PostgresRows.keyEquals(column("x", k.name()), column("c", k.name()), k))
                        .toList())
                + ")");
        return "EXISTS (SELECT FROM " + quote(violation.on()) + " x WHERE " + and(conditions) + ")";
    }

    private String isOrphaned(Constraint fk) {
        boolean own = fk.equals(violation.constraint());
        Relation parent = own ? violation.references() : Relation.of(Objects.requireNonNull(fk.references()));
        return PostgresViolationSql.isOrphan(fk, Objects.requireNonNull(parent), this::old);
    }

    private static String isNeeded(Constraint fk) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            boolean period = i == fk.columns().size() - 1 && PostgresViolationSql.isTemporal(fk);
            equal.add(column("x", fk.columns().get(i))
                    + (period ? " && " : " = ")
                    + column("c", fk.referencedColumns().get(i)));
        }
        return "EXISTS (SELECT FROM " + quote(Relation.of(fk.table())) + " x WHERE " + and(equal) + ")";
    }

    private boolean isTouched(SchemaObject rule) {
        return shared.stored(rule).stream().anyMatch(changed::contains);
    }

    /** Rules about rows with the same values, whose values change. */
    private Stream<SchemaObject> uniqueRules() {
        return violation.rules().stream()
                .filter(PostgresSharedRules::isAboutRivals)
                .filter(this::isTouched);
    }

    /** What such a rule compares, if that is columns alone, which the backup has. */
    private Optional<PostgresElements> plain(SchemaObject rule) {
        return shared.elements(rule)
                .filter(e -> e.condition().isEmpty())
                .filter(e -> e.elements().stream().allMatch(x -> shared.plain(x).isPresent()));
    }

    /** Foreign keys that must find their parents by the backup's values. */
    private Stream<Constraint> foreignKeys() {
        Constraint own = violation.constraint();
        Stream<Constraint> others = violation.inForce().stream()
                .filter(fk -> Relation.of(fk.table()).equals(violation.on()))
                .filter(fk -> !fk.equals(own))
                .filter(fk -> fk.columns().stream().anyMatch(changed::contains));
        return own != null && own.id().kind() == ObjectKind.FOREIGN_KEY
                ? Stream.concat(Stream.of(own), others)
                : others;
    }
}
