// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Removes rows, and the rows that point to them, and so on. A foreign key that sets its column to something else when the parent
 * goes is left to do so. Which rows is kept in a temporary table that goes with the transaction.
 */
final class H2Dependents {
    private static final String GOING = "\"rollback going\"";

    private final Map<Relation, Place> places = new LinkedHashMap<>();
    private final List<Constraint> edges = new ArrayList<>();

    /**
     * A table that loses rows.
     *
     * @param number in the list of rows
     * @param shown the columns by which people recognise a row
     */
    private record Place(int number, ObjectId table, List<Column> columns, List<Column> shown) {}

    H2Dependents(Violation violation, List<Column> columns, List<Column> shown) {
        places.put(violation.on(), new Place(0, violation.table().id(), columns, shown));
        violation
                .followed(violation.inForce().stream()
                        .filter(fk -> !fk.text().contains("ON DELETE SET "))
                        .toList())
                .forEach(fk -> {
                    edges.add(fk);
                    places.computeIfAbsent(Relation.of(fk.table()), r -> place(violation, fk));
                });
    }

    private Place place(Violation violation, Constraint fk) {
        Table table = violation.tables().stream()
                .filter(t -> t.id().equals(fk.table()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no columns of " + fk.table()));
        return new Place(places.size(), fk.table(), table.columns(), H2Rows.columns(table, fk.columns()));
    }

    List<String> remove(String bad, String backupSchema) {
        List<String> statements = new ArrayList<>();
        statements.add(H2Rows.remember(
                GOING,
                "t INTEGER, r BIGINT, reason CHARACTER VARYING",
                "SELECT 0, w.r, MIN(w.reason) FROM (" + bad + ") w GROUP BY w.r"));
        for (int pass = 0; pass < edges.size(); pass++) {
            edges.forEach(fk -> statements.add(follow(fk)));
        }
        List<Map.Entry<Relation, Place>> all = new ArrayList<>(places.entrySet());
        for (Map.Entry<Relation, Place> entry : all) {
            statements.add(H2Rows.quarantine(
                    backupSchema,
                    entry.getValue().table(),
                    "v.reason",
                    H2Rows.keyText("c", entry.getValue().shown()),
                    H2Rows.rowData("c", entry.getValue().columns()),
                    "FROM " + quote(entry.getKey()) + " c JOIN " + GOING + " v ON v.t = "
                            + entry.getValue().number() + " AND v.r = c._ROWID_"));
        }
        for (int i = all.size() - 1; i >= 0; i--) {
            Place place = all.get(i).getValue();
            String going = "SELECT v.r FROM " + GOING + " v WHERE v.t = " + place.number();
            edges.stream()
                    .filter(fk -> fk.table().equals(place.table()) && fk.table().equals(fk.references()))
                    .forEach(fk -> statements.add(H2Rows.untie(fk, place.columns(), going)));
            statements.add("DELETE FROM " + quote(all.get(i).getKey()) + " WHERE _ROWID_ IN (" + going + ")");
        }
        statements.add("DELETE FROM " + GOING);
        return statements;
    }

    /** The rows that point to rows which are known to go; in a tree, those below too. */
    private String follow(Constraint fk) {
        Relation parent = Relation.of(Objects.requireNonNull(fk.references()));
        Relation child = Relation.of(fk.table());
        int from = Objects.requireNonNull(places.get(parent)).number();
        int to = Objects.requireNonNull(places.get(child)).number();
        String below =
                quote(parent) + " p ON p._ROWID_ = g.r JOIN " + quote(child) + " c ON " + H2Rows.pointsTo(fk, "c", "p");
        String rows = from == to
                ? "WITH RECURSIVE g (r) AS (\nSELECT r FROM " + GOING + " WHERE t = " + from
                        + "\nUNION\nSELECT c._ROWID_ FROM g JOIN " + below + "\n)\nSELECT r FROM g"
                : "SELECT DISTINCT c._ROWID_ AS r FROM " + GOING + " g JOIN " + below + "\nWHERE g.t = " + from;
        return "INSERT INTO " + GOING + "\nSELECT " + to + ", x.r, "
                + literal("no parent for foreign key \"" + fk.id().name() + "\"") + "\nFROM (" + rows
                + ") x\nWHERE NOT EXISTS (SELECT 1 FROM " + GOING + " o WHERE o.t = " + to + " AND o.r = x.r)";
    }
}
