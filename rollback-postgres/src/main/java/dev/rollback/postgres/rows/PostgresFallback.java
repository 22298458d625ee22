// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.model.Column;
import dev.rollback.postgres.names.PostgresIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row born later has in a column that the migration destroyed.
 *
 * @param value an expression of the column's type
 * @param isMissing whether there is no value although there must be one
 * @param isNumbered whether it is counted on from the values of other rows
 */
record PostgresFallback(String value, boolean isMissing, boolean isNumbered) {
    private static final Pattern NEXTVAL = Pattern.compile("nextval\\('(.+)'::regclass\\)");

    static PostgresFallback of(ColumnRule rule, PostgresMerge merge) {
        Column column = rule.target();
        String given = column.defaultValue();
        Matcher serial = NEXTVAL.matcher(given == null ? "" : given);
        if (serial.matches() && PostgresConversions.isNumber(PostgresValueType.of(column))) {
            return new PostgresFallback(nextNumber(rule, merge, serial.group(1)), false, true);
        }
        if (column.identity() != null) {
            return new PostgresFallback(nextNumber(rule, merge, ""), false, true);
        }
        if (given == null || given.toUpperCase(Locale.ROOT).matches("NULL(::.*)?")) {
            return new PostgresFallback("NULL::" + column.type(), !column.nullable(), false);
        }
        return new PostgresFallback("(" + given + ")::" + column.type(), false, given.contains("nextval("));
    }

    /**
     * Counts on from the highest number so far, in the order of the live key. A sequence made anew may not be in its position
     * yet, and that of an identity column is made later.
     */
    private static String nextNumber(ColumnRule rule, PostgresMerge merge, String sequence) {
        RowMerge of = merge.merge();
        Relation saved = of.saved();
        List<String> highest = new ArrayList<>();
        highest.add("(SELECT max(" + column("t", rule.target().name()) + ") FROM " + quote(of.target()) + " t)");
        if (of.hasBackup(rule) && saved != null) {
            highest.add("(SELECT max(" + column("s", rule.target().name()) + ") FROM " + quote(saved) + " s)");
        }
        String step = "";
        if (!sequence.isEmpty()) {
            highest.add("(SELECT q.last_value FROM " + sequence + " q WHERE q.is_called)");
            step = " * (SELECT abs(q.seqincrement) FROM pg_sequence q WHERE q.seqrelid = "
                    + PostgresIdentifiers.literal(sequence) + "::regclass)";
        }
        String newRows = of.hasBackup(rule) ? "count(*) FILTER (WHERE NOT (" + merge.present() + "))" : "count(*)";
        return "(coalesce(GREATEST(" + String.join(", ", highest) + "), 0) + " + newRows + " OVER (ORDER BY "
                + PostgresRows.keyOrder(merge.keyNames()) + " ROWS UNBOUNDED PRECEDING)" + step + ")::"
                + rule.target().type();
    }
}
