// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresIdentifiers.literal;
import static dev.rollback.postgres.PostgresNames.quote;
import static dev.rollback.postgres.PostgresRows.and;
import static dev.rollback.postgres.PostgresRows.column;

import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Constraint;
import dev.rollback.model.Index;
import dev.rollback.model.ObjectKind;
import dev.rollback.postgres.PostgresElements.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the rows that a constraint or a unique index of the old shape does not allow. */
final class PostgresViolationSql {
    private final Violation violation;
    private final String on;

    PostgresViolationSql(Violation violation) {
        this.violation = violation;
        this.on = quote(violation.on());
    }

    Optional<String> count() {
        return bad().map(bad -> PostgresRows.rowsAndSample(
                "FROM " + on + " c JOIN (" + bad + ") v ON v.t = c.tableoid AND v.r = c.ctid", shown()));
    }

    Optional<String> remove(String backupSchema) {
        return bad().map(bad -> "WITH gone AS (\nDELETE FROM " + on + " c USING (\n" + bad
                + "\n) v\nWHERE v.t = c.tableoid AND v.r = c.ctid\nRETURNING v.reason, "
                + PostgresRows.keyText(shown()) + " AS row_key, to_jsonb(c) AS row_data\n)\n"
                + PostgresRows.quarantine(backupSchema, violation.table().id(), "gone"));
    }

    /** The columns by which people recognise a row. */
    private List<String> shown() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        return constraint != null ? constraint.columns() : index != null ? index.columns() : List.of();
    }

    /** A query of {@code t, r, reason}: where the rows are, by table and place. */
    private Optional<String> bad() {
        Constraint constraint = violation.constraint();
        Index index = violation.index();
        if (constraint == null) {
            return index == null || !index.unique() || !index.valid() ? Optional.empty() : index(index);
        }
        if (!constraint.validated() || constraint.text().contains("NOT ENFORCED")) {
            return Optional.empty();
        }
        return switch (constraint.id().kind()) {
            case PRIMARY_KEY, UNIQUE_KEY -> key(constraint);
            case FOREIGN_KEY -> foreignKey(constraint);
            case CHECK -> check(constraint);
            case EXCLUSION -> elements(constraint.text()).map(this::conflicts);
            default -> Optional.empty();
        };
    }

    private static Optional<PostgresElements> elements(String text) {
        try {
            return PostgresElements.of(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String found(String reason, String from) {
        return "SELECT c.tableoid AS t, c.ctid AS r, " + literal(reason) + " AS reason\n" + from;
    }

    private Optional<String> key(Constraint constraint) {
        if (constraint.text().contains(" WITHOUT OVERLAPS")) {
            return Optional.empty();
        }
        boolean distinct = !constraint.text().contains("NULLS NOT DISTINCT");
        String duplicates = duplicates(PostgresElements.ofColumns(constraint.columns(), distinct));
        if (constraint.id().kind() == ObjectKind.UNIQUE_KEY) {
            return Optional.of(duplicates);
        }
        String nulls = constraint.columns().stream()
                .map(c -> column("c", c) + " IS NULL")
                .collect(Collectors.joining(" OR "));
        return Optional.of(duplicates + "\nUNION ALL\n"
                + found("no value in primary key \"" + violation.name() + "\"", "FROM " + on + " c\nWHERE " + nulls));
    }

    private Optional<String> index(Index index) {
        if (!index.columns().isEmpty()) {
            boolean distinct = !index.using().contains("NULLS NOT DISTINCT");
            return Optional.of(duplicates(PostgresElements.ofColumns(index.columns(), distinct)));
        }
        return elements(index.using()).map(this::duplicates);
    }

    /** All but the first row of each group; rows of the backup come first. */
    private String duplicates(PostgresElements key) {
        List<String> conditions = new ArrayList<>();
        if (!key.condition().isEmpty()) {
            conditions.add(key.condition());
        }
        if (key.nullsDistinct()) {
            key.elements().forEach(e -> conditions.add(e.expression() + " IS NOT NULL"));
        }
        String group = key.elements().stream().map(Element::expression).collect(Collectors.joining(", "));
        return "SELECT d.t, d.r, " + literal("duplicate for key \"" + violation.name() + "\"") + " AS reason\n"
                + "FROM (SELECT c.tableoid AS t, c.ctid AS r,\n"
                + "             row_number() OVER (PARTITION BY " + group + " ORDER BY c.tableoid, c.ctid) AS n\n"
                + "      FROM " + on + " c\n      WHERE " + and(conditions) + ") d\nWHERE d.n > 1";
    }

    private Optional<String> foreignKey(Constraint fk) {
        if (violation.references() == null || fk.text().contains("PERIOD ")) {
            return Optional.empty();
        }
        List<String> filled = new ArrayList<>();
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            String mine = column("c", fk.columns().get(i));
            filled.add(mine + " IS NOT NULL");
            equal.add(column("p", fk.referencedColumns().get(i)) + " = " + mine);
        }
        String orphan = and(filled) + " AND NOT EXISTS (SELECT FROM "
                + quote(Objects.requireNonNull(violation.references())) + " p WHERE " + and(equal) + ")";
        String partly = fk.text().contains("MATCH FULL") && filled.size() > 1
                ? "(" + orphan + ") OR (" + String.join(" OR ", filled) + ") AND NOT (" + and(filled) + ")"
                : orphan;
        return Optional.of(
                found("no parent for foreign key \"" + violation.name() + "\"", "FROM " + on + " c\nWHERE " + partly));
    }

    private Optional<String> check(Constraint check) {
        String expression;
        try {
            expression = new PostgresClauses(check.text()).firstParentheses();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(found(
                "violates check constraint \"" + violation.name() + "\"",
                "FROM " + on + " c\nWHERE NOT (" + expression + ")"));
    }

    /** Rows that stand in conflict with an earlier one. */
    private String conflicts(PostgresElements exclusion) {
        int count = exclusion.elements().size();
        List<String> values = new ArrayList<>();
        List<String> clash = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Element element = exclusion.elements().get(i);
            values.add(element.expression() + " AS e" + i);
            clash.add("x.e" + i + " " + element.operator() + " y.e" + i);
        }
        String rows = "(SELECT c.tableoid AS t, c.ctid AS r, " + String.join(", ", values) + "\n      FROM " + on + " c"
                + (exclusion.condition().isEmpty() ? "" : " WHERE " + exclusion.condition()) + ")";
        return "SELECT x.t, x.r, " + literal("conflict in exclusion constraint \"" + violation.name() + "\"")
                + " AS reason\nFROM " + rows + " x\nWHERE EXISTS (SELECT FROM " + rows
                + " y WHERE (y.t, y.r) < (x.t, x.r) AND " + and(clash) + ")";
    }
}
