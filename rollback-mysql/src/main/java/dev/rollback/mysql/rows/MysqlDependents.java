// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

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
import java.util.stream.Collectors;

/**
 * Removes rows, and the rows that point to them, and so on. A foreign key that sets its column to null when the parent goes does
 * that here too.
 */
final class MysqlDependents {
    private final Violation violation;
    private final List<Constraint> edges = new ArrayList<>();
    private final List<Constraint> freed = new ArrayList<>();
    private final Map<Relation, Place> places = new LinkedHashMap<>();

    /**
     * A table that loses rows.
     *
     * @param number in the list of rows
     * @param columns what a row is known by
     */
    private record Place(int number, ObjectId table, Relation relation, List<Column> columns, List<Column> shown) {}

    MysqlDependents(Violation violation, List<Column> shown) {
        this.violation = violation;
        add(
                violation.on(),
                violation.table().id(),
                MysqlColumns.of(violation.present()).storedColumns(),
                shown);
        for (Constraint fk : violation.followed(
                violation.inForce().stream().filter(fk -> !isFreed(fk)).toList())) {
            edges.add(fk);
            if (!places.containsKey(Relation.of(fk.table()))) {
                add(fk);
            }
        }
        violation.inForce().stream()
                .filter(fk -> isFreed(fk) && places.containsKey(Relation.of(Objects.requireNonNull(fk.references()))))
                .forEach(freed::add);
    }

    private static boolean isFreed(Constraint fk) {
        return fk.text().contains("ON DELETE SET NULL");
    }

    private void add(Constraint fk) {
        Table table = violation.tables().stream()
                .filter(t -> t.id().equals(fk.table()))
                .findFirst()
                .map(MysqlColumns::of)
                .orElseThrow(() -> new IllegalArgumentException("no columns of " + fk.table()));
        add(Relation.of(fk.table()), fk.table(), table.storedColumns(), MysqlRows.columns(table, fk.columns()));
    }

    private void add(Relation relation, ObjectId table, List<Column> columns, List<Column> by) {
        places.put(relation, new Place(places.size(), table, relation, columns, by));
    }

    private Place place(Relation relation) {
        return Objects.requireNonNull(places.get(relation), "place");
    }

    /** Of rows that are the same in every column as many go as the query tells; the others are put back. */
    List<String> remove(String bad, String backupSchema) {
        MysqlAside aside = new MysqlAside(backupSchema, "rollback_going").remember(going(bad));
        Relation staying = new Relation(backupSchema, "rollback_staying");
        for (Place place : places.values()) {
            aside.run(MysqlRows.quarantine(
                    backupSchema,
                    place.table(),
                    "x.reason",
                    "x.row_key",
                    "x.row_data",
                    "FROM (SELECT v.reason, v.copies, " + copyNumber() + " AS copy, "
                            + MysqlRows.keyText("c", place.shown()) + " AS row_key, "
                            + MysqlRows.rowData("c", place.columns()) + " AS row_data\nFROM "
                            + found(place, aside) + ") x\nWHERE x.copy <= x.copies"));
        }
        Place first = place(violation.on());
        String names =
                MysqlRows.names(first.columns().stream().map(Column::name).toList());
        String each = first.columns().stream().map(c -> column("c", c.name())).collect(Collectors.joining(", "));
        aside.keep(
                staying,
                "SELECT " + names + "\nFROM (SELECT " + each
                        + ", v.copies AS"
                        + " `rollback copies`, " + copyNumber() + " AS `rollback copy`\nFROM " + found(first, aside)
                        + ") x\nWHERE x.`rollback copy` > x.`rollback copies`");
        List<String> changes = new ArrayList<>();
        freed.forEach(fk -> changes.add(free(fk, aside)));
        places.values().forEach(p -> changes.add("DELETE c FROM " + found(p, aside)));
        changes.add("INSERT INTO " + quote(violation.on()) + " (" + names + ")\nSELECT " + names + " FROM "
                + quote(staying));
        return aside.unchecked(changes).forget();
    }

    private static String copyNumber() {
        return "ROW_NUMBER() OVER (PARTITION BY v.h)";
    }

    private static String found(Place place, MysqlAside aside) {
        return quote(place.relation()) + " c JOIN " + aside.rows() + " v ON v.t = " + place.number() + " AND v.h = "
                + MysqlRows.hash("c", place.columns());
    }

    private String free(Constraint fk, MysqlAside aside) {
        Place parent = place(Relation.of(Objects.requireNonNull(fk.references())));
        String set = fk.columns().stream().map(c -> column("x", c) + " = NULL").collect(Collectors.joining(", "));
        return "UPDATE " + quote(fk.table()) + " x JOIN " + quote(parent.relation()) + " c ON "
                + MysqlRows.pointsTo(fk, "x", "c") + " JOIN " + aside.rows() + " v ON v.t = " + parent.number()
                + " AND v.h = "
                + MysqlRows.hash("c", parent.columns()) + "\nSET " + set;
    }

    /** A query of {@code t, h, reason, copies}: each row once. */
    private String going(String bad) {
        String first = "SELECT 0 AS t, w.h, w.reason, w.copies FROM (" + bad + ") w";
        if (edges.isEmpty()) {
            return "SELECT g.t, g.h, MIN(g.reason) AS reason, SUM(g.copies) AS copies\nFROM (" + first
                    + ") g GROUP BY g.t, g.h";
        }
        StringBuilder steps = new StringBuilder();
        for (Constraint fk : edges) {
            Place child = place(Relation.of(fk.table()));
            Place parent = place(Relation.of(Objects.requireNonNull(fk.references())));
            steps.append("\nUNION\nSELECT " + child.number() + ", " + MysqlRows.hash("c", child.columns()) + ", "
                    + literal("no parent for foreign key \"" + fk.id().name() + "\"") + ", "
                    + MysqlViolationSql.EVERY_COPY + "\nFROM going g JOIN " + quote(parent.relation()) + " p ON g.t = "
                    + parent.number() + " AND g.h = " + MysqlRows.hash("p", parent.columns()) + " JOIN "
                    + quote(child.relation()) + " c ON " + MysqlRows.pointsTo(fk, "c", "p"));
        }
        return "WITH RECURSIVE going (t, h, reason, copies) AS (\nSELECT 0, w.h, CAST(MIN(w.reason) AS CHAR(1000)),"
                + " SUM(w.copies) FROM (" + bad + ") w GROUP BY w.h" + steps
                + "\n)\nSELECT t, h, MIN(reason) AS reason, SUM(copies) AS copies FROM going GROUP BY t, h";
    }
}
