// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.literal;
import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowSql.Violation;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of which a key allows one only. Rows of the backup whose values are still the same come first, then other rows of the
 * backup, then later ones; among equals the one most like the backup's stays, then the first in the table.
 */
final class H2Rivals {
    private final Violation violation;

    H2Rivals(Violation violation) {
        this.violation = violation;
    }

    /** A query of {@code r, reason}: all but the first row of each group. */
    String duplicates(boolean nullsDistinct) {
        List<Column> compared = H2Rows.columns(violation.table(), violation.columns());
        List<String> group = compared.stream().map(c -> column("c", c.name())).toList();
        List<String> conditions = new ArrayList<>();
        if (nullsDistinct) {
            group.forEach(c -> conditions.add(c + " IS NOT NULL"));
        }
        Relation saved = violation.saved();
        List<Column> key = H2Rows.columns(violation.table(), violation.key());
        String from = quote(violation.on()) + " c";
        String place = "0";
        if (saved != null && !key.isEmpty()) {
            from += " LEFT JOIN " + quote(saved) + " b ON "
                    + H2Rows.and(key.stream()
                            .map(k -> H2Rows.keyEquals(column("b", k.name()), column("c", k.name()), k))
                            .toList());
            List<Column> stored =
                    compared.stream().filter(c -> !c.isGenerated()).toList();
            place = "CASE WHEN " + column("b", key.get(0).name()) + " IS NULL THEN 2 WHEN "
                    + H2Rows.and(stored.stream().map(H2Rivals::same).toList()) + " THEN 0 ELSE 1 END, " + unlike();
        }
        return "SELECT d.r, " + literal("duplicate for key \"" + violation.name() + "\"") + " AS reason\n"
                + "FROM (SELECT c._ROWID_ AS r, ROW_NUMBER() OVER (PARTITION BY " + String.join(", ", group)
                + " ORDER BY " + place + ", c._ROWID_) AS n\n      FROM " + from + "\n      WHERE "
                + H2Rows.and(conditions) + ") d\nWHERE d.n > 1";
    }

    private static String same(Column column) {
        return H2Rows.same(column("b", column.name()), column("c", column.name()), column);
    }

    /** How many columns tell the row from the backup's with the same key. */
    private String unlike() {
        List<String> unlike = new ArrayList<>(List.of("0"));
        violation.table().storedColumns().forEach(c -> unlike.add("CASE WHEN " + same(c) + " THEN 0 ELSE 1 END"));
        return String.join(" + ", unlike);
    }
}
