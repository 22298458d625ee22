// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresIdentifiers.literal;
import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Rows that point to rows which go, and rows that point to those. A foreign key that sets its column to something else when the
 * parent goes is left to do so.
 */
final class PostgresDependents {
    private final List<Constraint> edges;
    private final Map<Relation, ObjectId> tables = new LinkedHashMap<>();
    private final Map<Relation, Set<String>> shown = new LinkedHashMap<>();

    PostgresDependents(Violation violation) {
        tables.put(violation.on(), violation.table().id());
        edges = violation.followed(violation.inForce().stream()
                .filter(fk -> !fk.text().contains("ON DELETE SET "))
                .toList());
        for (Constraint fk : edges) {
            tables.putIfAbsent(Relation.of(fk.table()), fk.table());
            shown.putIfAbsent(Relation.of(fk.table()), Set.copyOf(fk.columns()));
        }
    }

    /** The relations that lose rows, each with the table that it stands for. */
    Map<Relation, ObjectId> tables() {
        return tables;
    }

    /** The columns by which people recognise a dependent row. */
    List<String> shown(Relation relation) {
        return shown.getOrDefault(relation, Set.of()).stream().sorted().toList();
    }

    /** A query of {@code t, r, reason} for all rows that go along with those of another such query. */
    String with(String bad) {
        if (edges.isEmpty()) {
            return bad;
        }
        List<String> steps = new ArrayList<>();
        for (Constraint fk : edges) {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < fk.columns().size(); i++) {
                points.append(column("c", fk.columns().get(i)))
                        .append(" = ")
                        .append(column("p", fk.referencedColumns().get(i)))
                        .append(" AND ");
            }
            steps.add("SELECT c.tableoid, c.ctid, "
                    + literal("no parent for foreign key \"" + fk.id().name() + "\"")
                    + "\nFROM " + quote(fk.table()) + " c JOIN " + quote(Objects.requireNonNull(fk.references()))
                    + " p ON "
                    + points + "p.tableoid = g.t AND p.ctid = g.r");
        }
        return "WITH RECURSIVE going (t, r, reason) AS (\nSELECT t, r, reason FROM (" + bad
                + ") v\nUNION\nSELECT x.t, x.r, x.reason\n"
                + "FROM going g CROSS JOIN LATERAL (\n" + String.join("\nUNION ALL\n", steps)
                + "\n) x (t, r, reason)\n)\n"
                + "SELECT DISTINCT ON (t, r) t, r, reason FROM going ORDER BY t, r, reason";
    }
}
