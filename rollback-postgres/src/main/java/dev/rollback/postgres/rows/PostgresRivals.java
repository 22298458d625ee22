// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.and;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Index;
import dev.rollback.postgres.rows.PostgresElements.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows of which a rule allows one only. Rows of the backup whose values are still the same come first, then other rows of the
 * backup, then later ones; among equals the first in the table stays.
 */
final class PostgresRivals {
    private final Violation violation;
    private final List<String> compared;

    PostgresRivals(Violation violation) {
        this.violation = violation;
        Set<String> stored =
                violation.table().storedColumns().stream().map(Column::name).collect(Collectors.toSet());
        Index index = violation.index();
        boolean expressions = index != null && index.columns().isEmpty();
        Collection<String> columns = expressions ? new PostgresSharedRules(violation).own() : violation.columns();
        this.compared = columns.stream().filter(stored::contains).toList();
    }

    /** All but the first row of each group. */
    String duplicates(PostgresElements key) {
        String group = numbered(key, "x.e").collect(Collectors.joining(", "));
        return "SELECT d.t, d.r, " + literal("duplicate for key \"" + violation.name() + "\"") + " AS reason\n"
                + "FROM (SELECT x.t, x.r, row_number() OVER (PARTITION BY " + group
                + " ORDER BY x.rank, x.t, x.r) AS n\n"
                + "      FROM " + candidates(key) + " x) d\nWHERE d.n > 1";
    }

    /** Rows that stand in conflict with an earlier one. */
    String conflicts(PostgresElements exclusion) {
        List<String> conditions = new ArrayList<>();
        conditions.add("(y.rank, y.t, y.r) < (x.rank, x.t, x.r)");
        for (int i = 0; i < exclusion.elements().size(); i++) {
            conditions.add("x.e" + i + " " + exclusion.elements().get(i).operator() + " y.e" + i);
        }
        boolean oldOnesAgree = !violation.key().isEmpty()
                && exclusion.condition().isEmpty()
                && compared.size() == exclusion.elements().size();
        return "SELECT x.t, x.r, " + literal("conflict in \"" + violation.name() + "\"") + " AS reason\nFROM "
                + candidates(exclusion) + " x\nWHERE " + (oldOnesAgree ? "x.rank > 0 AND " : "")
                + "EXISTS (SELECT FROM "
                + candidates(exclusion) + " y\n              WHERE " + and(conditions) + ")";
    }

    private static java.util.stream.Stream<String> numbered(PostgresElements elements, String prefix) {
        return java.util.stream.IntStream.range(0, elements.elements().size()).mapToObj(i -> prefix + i);
    }

    /** The rows that take part with their values, and their rank. */
    private String candidates(PostgresElements elements) {
        String table = quote(violation.table().id().name());
        List<String> values = new ArrayList<>(List.of(table + ".tableoid AS t", table + ".ctid AS r"));
        List<String> conditions = new ArrayList<>();
        if (!elements.condition().isEmpty()) {
            conditions.add(elements.condition());
        }
        for (int i = 0; i < elements.elements().size(); i++) {
            Element element = elements.elements().get(i);
            values.add(element.expression() + " AS e" + i);
            if (elements.nullsDistinct()) {
                conditions.add(element.expression() + " IS NOT NULL");
            }
        }
        Relation saved = violation.saved();
        List<String> key = violation.key();
        if (saved == null || key.isEmpty()) {
            return "(SELECT " + String.join(", ", values) + ", 0 AS rank\nFROM " + quote(violation.on()) + " " + table
                    + "\nWHERE " + and(conditions) + ")";
        }
        List<String> join = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            values.add(column(table, key.get(i)) + "::text AS k" + i);
            join.add(column("b", key.get(i)) + "::text COLLATE \"C\" = a.k" + i + " COLLATE \"C\"");
        }
        for (int i = 0; i < compared.size(); i++) {
            values.add(column(table, compared.get(i)) + "::text AS m" + i);
            same.add(column("b", compared.get(i)) + "::text COLLATE \"C\" IS NOT DISTINCT FROM a.m" + i
                    + " COLLATE \"C\"");
        }
        return "(SELECT a.*, CASE WHEN " + column("b", key.get(0)) + " IS NULL THEN 2 WHEN " + and(same)
                + " THEN 0 ELSE 1 END AS rank\nFROM (SELECT " + String.join(", ", values) + "\nFROM "
                + quote(violation.on()) + " " + table + "\nWHERE " + and(conditions) + ") a\nLEFT JOIN " + quote(saved)
                + " b ON " + and(join) + ")";
    }
}
