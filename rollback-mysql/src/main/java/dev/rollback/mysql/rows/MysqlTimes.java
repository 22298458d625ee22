// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The limits of dates and times, and the ways between them. Zero dates are dates; no others with zeros inside. */
final class MysqlTimes {
    private static final String DATE = literal("\\A[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
            + "(?:[ T](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{0,6})?)?\\z");
    private static final String ZERO = literal("\\A0000-00-00(?: 00:00:00(?:\\.0{0,6})?)?\\z");
    private static final String TIME =
            literal("\\A-?(?:[0-7]?[0-9]{2}|8[0-2][0-9]|83[0-8]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{0,6})?\\z");

    private MysqlTimes() {}

    static boolean isDate(MysqlValueType type) {
        return type.is(Family.DATE) || type.is(Family.DATETIME);
    }

    /** The new value, rounded to what the type holds; it fits. */
    static String convert(String value, Column from, MysqlValueType target) {
        MysqlValueType source = MysqlValueType.of(from);
        String known = source.isTextual() ? MysqlText.of(value, from) : value;
        return switch (target.family()) {
            case DATE -> "CAST(LEFT(" + MysqlText.text(known) + ", 10) AS DATE)";
            case TIME -> "CAST(" + known + " AS TIME(" + target.fraction() + "))";
            default -> "CAST(" + known + " AS DATETIME(" + target.fraction() + "))";
        };
    }

    static Optional<String> misfit(String value, Column from, MysqlValueType target) {
        MysqlValueType source = MysqlValueType.of(from);
        List<String> conditions = new ArrayList<>();
        if (target.is(Family.TIME)) {
            if (source.isTextual()) {
                conditions.add("NOT (" + MysqlText.of(value, from) + " REGEXP " + TIME + ")");
            } else if (!source.is(Family.TIME)) {
                return Optional.of("true");
            }
            if (!source.is(Family.TIME) || source.fraction() > target.fraction()) {
                // the last second has no fraction
                conditions.add(MysqlText.of(value, from) + " REGEXP '838:59:59[.][0-9]*[1-9]'");
            }
            return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" OR ", conditions));
        }
        if (source.isTextual()) {
            String text = MysqlText.of(value, from);
            // the last day is asked of the month alone
            conditions.add("NOT (" + text + " REGEXP " + DATE + ") AND NOT (" + text + " REGEXP " + ZERO + ")");
            conditions.add(text + " REGEXP " + DATE + " AND SUBSTR(" + text + ", 9, 2) > DAY(LAST_DAY(CONCAT(LEFT("
                    + text + ", 8), '01')))");
        } else if (!isDate(source)) {
            return Optional.of("true");
        }
        limits(MysqlText.of(value, from), source, target).ifPresent(conditions::add);
        return conditions.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(") OR (", conditions) + ")");
    }

    /** Beyond these a moment is none of the type, or is rounded to one that is none. */
    private static Optional<String> limits(String text, MysqlValueType source, MysqlValueType target) {
        boolean cut = source.isTextual() || source.fraction() > target.fraction();
        String last = "." + "9".repeat(target.fraction()) + "5'";
        if (target.is("timestamp")) {
            return source.is("timestamp") && !cut
                    ? Optional.empty()
                    : Optional.of(text + " NOT REGEXP " + ZERO + " AND NOT (" + bytes(text)
                            + " >= '1970-01-01 00:00:01' AND " + bytes(text) + " < '2038-01-19 03:14:07" + last + ")");
        }
        return target.is("datetime") && cut
                ? Optional.of(bytes(text) + " >= '9999-12-31 23:59:59" + last)
                : Optional.empty();
    }

    private static String bytes(String text) {
        return "CAST(REPLACE(" + text + ", 'T', ' ') AS BINARY)";
    }

    /** Whether a moment can lose its time, its date or digits of its second. */
    static boolean mayNarrow(MysqlValueType source, MysqlValueType target) {
        return target.is(Family.DATE) ? !source.is(Family.DATE) : source.fraction() > target.fraction();
    }
}
