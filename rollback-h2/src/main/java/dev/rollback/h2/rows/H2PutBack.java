// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.h2.catalog.H2Columns;
import dev.rollback.model.Column;
import dev.rollback.model.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts values of the backup into rows in their place, once the rows as they are have been set aside.
 *
 * @param on holds the rows
 * @param table whose rows they are
 * @param values the saved columns, by the names of the columns that get their values
 * @param columns of the rows that are set aside
 * @param shown the columns by which people recognise a row
 */
record H2PutBack(Relation on, ObjectId table, Map<String, Column> values, List<Column> columns, List<Column> shown) {
    private static final String ALWAYS = "ALWAYS";
    private static final String KEPT = quote("rollback values");

    /** A number that is always the server's cannot be set in a row that is there, so no migration has rewritten it either. */
    static boolean isSettable(Column column) {
        return !ALWAYS.equals(column.identity());
    }

    /**
     * @param reason an expression
     * @param from what finds the rows as c and the backup's as b
     */
    List<String> statements(String reason, String from, String backupSchema) {
        List<String> kept = new ArrayList<>(List.of("r BIGINT PRIMARY KEY", "reason CHARACTER VARYING"));
        List<String> saved = new ArrayList<>(List.of("c._ROWID_", reason));
        List<String> given = new ArrayList<>();
        for (Column column : values.values()) {
            String name = "v" + given.size();
            kept.add(name + " " + column.type());
            saved.add(column("b", column.name()));
            given.add("v." + name);
        }
        return List.of(
                H2Rows.remember(KEPT, String.join(", ", kept), "SELECT " + String.join(", ", saved) + "\n" + from),
                H2Rows.quarantine(
                        backupSchema,
                        table,
                        "v.reason",
                        H2Rows.keyText("c", shown),
                        H2Rows.rowData("c", columns),
                        "FROM " + KEPT + " v LEFT JOIN " + quote(on) + " c ON c._ROWID_ = v.r"),
                "UPDATE " + quote(on) + " c SET (" + H2Rows.names(values.keySet()) + ") = (SELECT "
                        + String.join(", ", given) + " FROM " + KEPT + " v WHERE v.r = c._ROWID_)" + stamps()
                        + "\nWHERE c._ROWID_ IN (SELECT v.r FROM " + KEPT + " v)");
    }

    /** Times of the last change would be set by the update itself. */
    private String stamps() {
        return columns.stream()
                .filter(c -> !H2Columns.onUpdate(c).isEmpty())
                .map(Column::name)
                .filter(n -> !values.containsKey(n))
                .map(n -> ", " + quote(n) + " = " + column("c", n))
                .collect(Collectors.joining());
    }
}
