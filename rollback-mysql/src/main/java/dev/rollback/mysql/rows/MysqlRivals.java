// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of which a key allows one only, equal being what its collations call so. Rows of the backup whose values are still the
 * same come first, then other rows of the backup, then later ones; among equals the one with the least hash stays.
 */
final class MysqlRivals {
    private final Violation violation;
    private final List<Column> row;
    private final List<Column> compared;

    /**
     * @param row what a row is known by
     */
    MysqlRivals(Violation violation, List<Column> row) {
        this.violation = violation;
        this.row = row;
        this.compared = MysqlRows.columns(violation.table(), violation.columns()).stream()
                .filter(c -> !c.isGenerated())
                .toList();
    }

    /** A query of {@code h, reason, copies}: all but the first row of each group. */
    String duplicates(List<String> elements) {
        List<String> group = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            group.add("x.e" + i);
        }
        return "SELECT d.h, " + literal("duplicate for key \"" + violation.name() + "\"") + " AS reason, 1 AS copies\n"
                + "FROM (SELECT x.h, ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", group)
                + " ORDER BY x.place, x.unlike, x.h) AS n\n      FROM " + candidates(elements) + " x) d\nWHERE d.n > 1";
    }

    /** The rows that take part with their values, and their place among others. */
    private String candidates(List<String> elements) {
        String alias = quote(violation.table().id().name());
        List<String> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        values.add(MysqlRows.hash(alias, row) + " AS h");
        for (int i = 0; i < elements.size(); i++) {
            values.add(elements.get(i) + " AS e" + i);
            conditions.add(elements.get(i) + " IS NOT NULL");
        }
        Relation saved = violation.saved();
        List<Column> key = MysqlRows.columns(violation.table(), violation.key());
        String from = "\nFROM " + quote(violation.on()) + " " + alias + "\nWHERE " + MysqlRows.and(conditions);
        if (saved == null || key.isEmpty()) {
            return "(SELECT " + String.join(", ", values) + ", 0 AS place, 0 AS unlike" + from + ")";
        }
        List<String> join = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            values.add(column(alias, key.get(i).name()) + " AS k" + i);
            join.add(MysqlRows.keyEquals(column("b", key.get(i).name()), "a.k" + i, key.get(i)));
        }
        for (int i = 0; i < compared.size(); i++) {
            values.add(column(alias, compared.get(i).name()) + " AS m" + i);
            same.add(MysqlRows.same(column("b", compared.get(i).name()), "a.m" + i, compared.get(i)));
        }
        List<Column> alike = alike();
        List<String> unlike = new ArrayList<>(List.of("0"));
        for (int i = 0; i < alike.size(); i++) {
            Column column = alike.get(i);
            values.add(column(alias, column.name()) + " AS o" + i);
            unlike.add("IF(" + MysqlRows.same(column("b", column.name()), "a.o" + i, column) + ", 0, 1)");
        }
        return "(SELECT a.*, CASE WHEN " + column("b", key.get(0).name()) + " IS NULL THEN 2 WHEN "
                + MysqlRows.and(same) + " THEN 0 ELSE 1 END AS place, " + String.join(" + ", unlike)
                + " AS unlike\nFROM (SELECT "
                + values.stream().collect(Collectors.joining(", ")) + from + ") a\nLEFT JOIN " + quote(saved)
                + " b ON " + MysqlRows.and(join) + ")";
    }

    /** What tells the backup's row from a later one with the same key: the columns that both have. */
    private List<Column> alike() {
        return violation.table().storedColumns().stream()
                .filter(old -> row.stream().anyMatch(c -> c.name().equals(old.name()) && c.sameValues(old)))
                .toList();
    }
}
