// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.model.Column;
import dev.rollback.postgres.names.PostgresIdentifiers;
import dev.rollback.postgres.rows.PostgresValueType.Family;
import java.util.Optional;

/** Writes expressions that bring values of one type into another. */
final class PostgresConversions {
    private PostgresConversions() {}

    /** The column as the backup stores it: values of users' types as text. */
    static Column stored(Column column) {
        if (!column.userType()) {
            return column;
        }
        return new Column(column.name(), "text", false, column.nullable(), null, null, null, null, "", 0);
    }

    /** An expression of the new type; raises an error for values that do not fit. */
    static String convert(String value, Column from, Column to) {
        PostgresValueType source = PostgresValueType.of(from);
        PostgresValueType target = PostgresValueType.of(to);
        if (from.type().equals(to.type()) && !to.userType()) {
            return value;
        }
        if (target.isUnlimitedText() && source.is(Family.TEXT) && !source.is("character") && !source.is("name")) {
            return value;
        }
        if (isNumber(source) && target.is(Family.BOOLEAN)) {
            return "(" + value + " <> 0)";
        }
        if (source.is(Family.BOOLEAN) && isNumber(target)) {
            return value + "::integer::" + to.type();
        }
        return isDirect(source, target) ? value + "::" + to.type() : value + "::text::" + to.type();
    }

    /** A condition that is true for values that do not fit, and null or false for others; empty when all values fit. */
    static Optional<String> misfit(String value, Column from, Column to) {
        PostgresValueType source = PostgresValueType.of(from);
        PostgresValueType target = PostgresValueType.of(to);
        if (from.type().equals(to.type())) {
            return to.userType() ? Optional.of(otherTypeOfThatName(value, to)) : Optional.empty();
        }
        switch (target.family()) {
            case TEXT:
                return textMisfit(value, source, target);
            case INTEGER:
            case NUMERIC:
            case FLOAT:
                if (source.is(Family.BOOLEAN)) {
                    return PostgresNumbers.misfit(value + "::integer", PostgresValueType.SMALLINT, target);
                }
                if (source.is("money") && target.is(Family.NUMERIC)) {
                    return PostgresNumbers.misfit(value + "::numeric", PostgresValueType.NUMERIC, target);
                }
                if (isNumber(source)) {
                    return PostgresNumbers.misfit(value, source, target);
                }
                break;
            case BOOLEAN:
                if (isNumber(source)) {
                    return Optional.empty();
                }
                break;
            case TIMESTAMP:
                if (source.is(Family.DATE)) {
                    return Optional.of("(isfinite(" + value + ") AND " + value + " > '294276-12-31'::date)");
                }
                break;
            default:
        }
        if (isDirect(source, target) && !target.is("jsonb")) {
            return Optional.empty();
        }
        return Optional.of(
                "NOT (" + quickFit(value, source, target) + PostgresFits.call(value + "::text", to.type()) + ")");
    }

    /** The new value, or null where it does not fit: raises no error. */
    static String guarded(String value, Column from, Column to) {
        if (PostgresValueType.of(from).isTextual() && PostgresValueType.of(to).is(Family.TEXT)) {
            return "(" + value + ")::" + to.type(); // cuts, as the migration did
        }
        String converted = convert(value, from, to);
        return misfit(value, from, to)
                .map(misfit -> "CASE WHEN " + misfit + " THEN NULL ELSE " + converted + " END")
                .orElse(converted);
    }

    static boolean isNumber(PostgresValueType type) {
        return type.is(Family.INTEGER) || type.is(Family.NUMERIC) || type.is(Family.FLOAT);
    }

    /** Whether the server's own cast does what it should, without the way through text. */
    private static boolean isDirect(PostgresValueType source, PostgresValueType target) {
        return isNumber(source) && isNumber(target)
                || isTime(source) && isTime(target)
                || source.is(Family.JSON) && target.is(Family.JSON)
                || source.is("money") && target.is("numeric")
                || source.is(Family.OTHER)
                        && source.base().equals(target.base())
                        && !source.base().startsWith("bit");
    }

    static boolean isTime(PostgresValueType type) {
        return type.is(Family.DATE) || type.is(Family.TIMESTAMP);
    }

    private static Optional<String> textMisfit(String value, PostgresValueType source, PostgresValueType target) {
        if (target.isUnlimitedText()) {
            return Optional.empty();
        }
        String text = source.is(Family.TEXT) ? value : value + "::text";
        if (target.is("name")) {
            return Optional.of("octet_length(" + text + ") > 63");
        }
        boolean fits = source.is(Family.TEXT) && source.length() <= target.length() && !source.isUnlimitedText();
        return fits && !source.is("name")
                ? Optional.empty()
                : Optional.of("char_length(rtrim(" + text + ")) > " + target.length());
    }

    /** Users may have replaced a type by another of the same name; while it is one and the same, every value fits. */
    private static String otherTypeOfThatName(String value, Column to) {
        return "(pg_typeof(" + value + ")::oid IS DISTINCT FROM to_regtype(" + PostgresIdentifiers.literal(to.type())
                + ")::oid AND NOT " + PostgresFits.call(value + "::text", to.type()) + ")";
    }

    /** A cheap test that most values pass before the costly one. */
    private static String quickFit(String value, PostgresValueType source, PostgresValueType target) {
        if (!source.is(Family.TEXT)) {
            return "";
        }
        String exact = value + " COLLATE \"C\"";
        if (target.is(Family.UUID)) {
            // three times as fast as a regular expression for the whole
            return exact + " LIKE '________-____-____-____-____________' AND " + exact
                    + " ~ '^[0-9a-fA-F-]*$' AND length(replace(" + exact + ", '-', '')) = 32 OR ";
        }
        if (target.is(Family.INTEGER)) {
            int digits = PostgresNumbers.highest(target).toString().length() - 1;
            return exact + " ~ '^[0-9]{1," + digits + "}$' OR ";
        }
        return "";
    }
}
