// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres;

import static dev.rollback.postgres.PostgresNames.quote;
import static dev.rollback.postgres.PostgresRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import java.util.Locale;

/**
 * What a row born later has in a column that the migration destroyed.
 *
 * @param value an expression of the column's type
 * @param isMissing whether there is no value although there must be one
 */
record PostgresFallback(String value, boolean isMissing) {

    static PostgresFallback of(ColumnRule rule, PostgresMerge merge) {
        Column column = rule.target();
        if (column.identity() != null) {
            return new PostgresFallback(nextNumber(rule, merge), false);
        }
        String given = column.defaultValue();
        if (given == null || given.toUpperCase(Locale.ROOT).matches("NULL(::.*)?")) {
            return new PostgresFallback("NULL::" + column.type(), !column.nullable());
        }
        return new PostgresFallback("(" + given + ")::" + column.type(), false);
    }

    /** Counts on from the highest number so far; the sequence of an identity column is made later. */
    private static String nextNumber(ColumnRule rule, PostgresMerge merge) {
        RowMerge of = merge.merge();
        String name = rule.target().name();
        String highest = "(SELECT max(" + column("t", name) + ") FROM " + quote(of.target()) + " t)";
        boolean known = merge.hasBackup(rule) && of.saved() != null;
        if (known && of.saved() != null) {
            highest = "GREATEST(" + highest + ", (SELECT max(" + column("s", name) + ") FROM " + quote(of.saved())
                    + " s))";
        }
        String newRows = known ? "count(*) FILTER (WHERE NOT " + "(" + merge.present() + "))" : "count(*)";
        return "(coalesce(" + highest + ", 0) + " + newRows + " OVER (ORDER BY "
                + PostgresRows.keyOrder(merge.keyNames()) + " ROWS UNBOUNDED PRECEDING))::"
                + rule.target().type();
    }
}
