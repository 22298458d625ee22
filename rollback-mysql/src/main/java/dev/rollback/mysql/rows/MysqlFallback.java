// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * What a row born later has in a column that the migration destroyed.
 *
 * @param value an expression that stands in a CASE
 * @param isMissing whether there is no value although there must be one
 */
record MysqlFallback(String value, boolean isMissing) {

    static MysqlFallback of(ColumnRule rule, MysqlMerge merge) {
        Column column = rule.target();
        String given = column.defaultValue();
        if (column.identity() != null) {
            return new MysqlFallback(nextNumber(rule, merge), false);
        }
        if (given == null || given.equalsIgnoreCase("NULL")) {
            return new MysqlFallback("NULL", !column.nullable());
        }
        return new MysqlFallback(MysqlText.byDefault(given, column), false);
    }

    /** Counts on from the highest number so far, in the order of the live key. */
    private static String nextNumber(ColumnRule rule, MysqlMerge merge) {
        RowMerge of = merge.merge();
        Relation saved = of.saved();
        List<String> highest = new ArrayList<>();
        highest.add("COALESCE((SELECT MAX(" + column("t", rule.target().name()) + ") FROM " + quote(of.target())
                + " t), 0)");
        if (of.hasBackup(rule) && saved != null) {
            highest.add(
                    "COALESCE((SELECT MAX(" + column("s", rule.target().name()) + ") FROM " + quote(saved) + " s), 0)");
        }
        String from = highest.size() == 1 ? highest.get(0) : "GREATEST(" + String.join(", ", highest) + ")";
        String isNew = of.hasBackup(rule) ? "CASE WHEN " + merge.present() + " THEN 0 ELSE 1 END" : "1";
        return "(" + from + " + SUM(" + isNew + ") OVER (ORDER BY " + MysqlRows.keyOrder(of.liveKey())
                + " ROWS UNBOUNDED PRECEDING))";
    }
}
