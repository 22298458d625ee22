// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.literal;

import dev.rollback.h2.rows.H2ValueType.Family;
import dev.rollback.model.Column;
import java.util.Optional;

/**
 * Writes expressions that bring values of one type into another. A value that does not fit would stop a statement, so each way has
 * a condition beside it that raises no error; it stands before the way in a CASE.
 */
final class H2Conversions {
    private static final String NEVER = "TRUE";
    private static final String UUID =
            "'^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-fA-F]{32})$'";
    private static final String DAY = "^\\s*[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])%1$s$"
            + "|^\\s*[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)%1$s$"
            + "|^\\s*[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])%1$s$"
            + "|^\\s*[0-9]{2}(0[48]|[2468][048]|[13579][26])-02-29%1$s$";
    private static final String CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
    private static final String ZONE = "( ?([-+](0[0-9]|1[0-7])(:?[0-5][0-9])?|Z|UTC))?";

    private H2Conversions() {}

    static boolean isSame(Column from, Column to) {
        return from.type().equals(to.type());
    }

    /** An expression of the new type that stands in a CASE; raises an error for values that do not fit. */
    static String convert(String value, Column from, Column to) {
        if (isSame(from, to)) {
            return value;
        }
        H2ValueType source = H2ValueType.of(from);
        H2ValueType target = H2ValueType.of(to);
        if (misfit(value, from, to).filter(NEVER::equals).isPresent()) {
            return "CAST(NULL AS " + to.type() + ")";
        }
        if (target.is(Family.JSON)) {
            return source.is(Family.TEXT) ? "(" + H2Text.of(value, from) + " FORMAT JSON)" : value;
        }
        if (target.is(Family.TEXT)) {
            String text = H2Text.of(value, from);
            return "CAST(" + (target.is("CHARACTER") ? "RTRIM(" + text + ")" : text) + " AS " + to.type() + ")";
        }
        if (target.is(Family.INTEGER) && source.is(Family.FLOAT)) {
            return "CAST(ROUND(CAST(" + value + " AS DECFLOAT(400)), 0) AS " + to.type() + ")";
        }
        boolean text = source.is(Family.TEXT);
        String plain = text ? "TRIM(" + H2Text.of(value, from) + ")" : value;
        boolean exact = text && target.is(Family.NUMERIC);
        return "CAST(" + (exact ? H2Numbers.exact(plain) : plain) + " AS " + to.type() + ")";
    }

    /** A condition that is true for values that do not fit, and null or false for others; empty when all values fit. */
    static Optional<String> misfit(String value, Column from, Column to) {
        if (isSame(from, to)) {
            return Optional.empty();
        }
        H2ValueType source = H2ValueType.of(from);
        H2ValueType target = H2ValueType.of(to);
        String text = H2Text.of(value, from);
        return switch (target.family()) {
            case TEXT -> text(text, source, target);
            case INTEGER, NUMERIC, FLOAT -> H2Numbers.misfit(value, from, target);
            case BOOLEAN ->
                source.is(Family.TEXT)
                        ? Optional.of(
                                "UPPER(TRIM(" + text + ")) NOT IN ('TRUE', 'FALSE', 'T', 'F', 'YES', 'NO', 'Y', 'N')")
                        : source.isNumber() ? Optional.of(value + " NOT IN (0, 1)") : Optional.of(NEVER);
            case DATE -> source.is(Family.DATE) ? Optional.empty() : day(text, source, target);
            case TIME ->
                source.is(Family.TIME)
                        ? Optional.empty()
                        : source.is(Family.TEXT)
                                ? Optional.of("NOT REGEXP_LIKE(" + text + ", '^\\s*" + CLOCK
                                        + (target.is("TIME") ? "" : ZONE) + "\\s*$')")
                                : Optional.of(NEVER);
            case UUID ->
                source.is(Family.TEXT)
                        ? Optional.of("NOT REGEXP_LIKE(TRIM(" + text + "), " + UUID + ")")
                        : isUuidBytes(source) ? Optional.of("OCTET_LENGTH(" + value + ") <> 16") : Optional.of(NEVER);
            case BINARY -> binary(value, source, target);
            case JSON -> Optional.of(source.is(Family.TEXT) ? "(" + text + ") IS NOT JSON" : NEVER);
            case ENUM ->
                source.is(Family.TEXT) || source.is(Family.ENUM)
                        ? Optional.of(text + " NOT IN (" + String.join(", ", target.arguments()) + ")")
                        : Optional.of(NEVER);
            case OTHER -> Optional.of(NEVER);
        };
    }

    private static Optional<String> text(String text, H2ValueType source, H2ValueType target) {
        if (source.is(Family.BINARY) || source.base().startsWith("ROW")) {
            return Optional.of(NEVER);
        }
        boolean wide =
                target.length() == Long.MAX_VALUE || source.is(Family.TEXT) && source.length() <= target.length();
        String counted = target.is("CHARACTER") ? "RTRIM(" + text + ")" : text;
        return wide ? Optional.empty() : Optional.of("CHAR_LENGTH(" + counted + ") > " + target.length());
    }

    private static Optional<String> day(String text, H2ValueType source, H2ValueType target) {
        if (!source.is(Family.TEXT)) {
            return Optional.of(NEVER);
        }
        String rest = target.is("DATE") ? "\\s*" : "([ T]" + CLOCK + (target.is("TIMESTAMP") ? "" : ZONE) + ")?\\s*";
        return Optional.of("NOT REGEXP_LIKE(" + text + ", " + literal(DAY.formatted(rest)) + ")");
    }

    private static Optional<String> binary(String value, H2ValueType source, H2ValueType target) {
        if (source.is(Family.UUID)) {
            return isUuidBytes(target) ? Optional.empty() : Optional.of(NEVER);
        }
        if (!source.is(Family.BINARY)) {
            return Optional.of(NEVER);
        }
        boolean wide = target.length() == Long.MAX_VALUE || source.length() <= target.length();
        return wide ? Optional.empty() : Optional.of("OCTET_LENGTH(" + value + ") > " + target.length());
    }

    private static boolean isUuidBytes(H2ValueType type) {
        return type.is(Family.BINARY) && !type.isLarge() && type.length() == 16;
    }

    /** The new value, or null where it does not fit: raises no error. */
    static String guarded(String value, Column from, Column to) {
        String converted = convert(value, from, to);
        return misfit(value, from, to)
                .map(misfit -> "CASE WHEN " + misfit + " THEN NULL ELSE " + converted + " END")
                .orElse(converted);
    }

    /** Whether two values never become one, and each can be brought back. */
    static boolean isReversible(Column from, Column to) {
        H2ValueType source = H2ValueType.of(from);
        H2ValueType target = H2ValueType.of(to);
        if (isSame(from, to)) {
            return true;
        }
        if (source.isNumber() && target.isNumber()) {
            return !H2Numbers.mayNarrow(source, target);
        }
        return switch (target.family()) {
            case TEXT -> !target.is("CHARACTER") && !source.is(Family.OTHER) && !source.is(Family.BINARY);
            case DATE ->
                source.is(Family.DATE)
                        && !target.is("DATE")
                        && source.fraction() <= target.fraction()
                        && !source.is("TIMESTAMP WITH TIME ZONE");
            case UUID -> isUuidBytes(source);
            case BINARY -> source.is(Family.UUID) || source.is(Family.BINARY) && !target.is("BINARY");
            case ENUM -> source.is(Family.ENUM);
            case INTEGER, NUMERIC -> source.is(Family.BOOLEAN);
            default -> false;
        };
    }

    /** Whether a value that fits may be held less exactly. How a text is spelled does not matter, if the old type is none. */
    static boolean mayNarrow(Column from, Column to) {
        H2ValueType source = H2ValueType.of(from);
        H2ValueType target = H2ValueType.of(to);
        boolean spelled = source.is(Family.TEXT) && !target.is(Family.TEXT);
        return spelled
                ? target.is(Family.NUMERIC)
                        || target.is(Family.FLOAT)
                        || target.is(Family.DATE)
                        || target.is(Family.TIME)
                : !isReversible(from, to);
    }

    /** A condition that is true when a value is held less exactly; it must fit. */
    static String isNarrowed(String value, Column from, Column to) {
        H2ValueType source = H2ValueType.of(from);
        H2ValueType target = H2ValueType.of(to);
        String there = "(" + convert(value, from, to) + ")";
        if (source.is(Family.TEXT) && !target.is(Family.TEXT)) {
            String exact = target.is(Family.NUMERIC) || target.is(Family.FLOAT)
                    ? H2Numbers.exact("TRIM(" + H2Text.of(value, from) + ")")
                    : "CAST(TRIM(" + H2Text.of(value, from) + ") AS "
                            + (target.is(Family.TIME) ? "TIME(9)" : "TIMESTAMP(9) WITH TIME ZONE") + ")";
            return "(" + exact + " IS DISTINCT FROM " + there + ")";
        }
        return H2Rows.differs("(" + guarded(there, to, from) + ")", value, from);
    }

    /** Whether values of both types stand for the same things. */
    static boolean sameFamily(Column one, Column other) {
        H2ValueType first = H2ValueType.of(one);
        H2ValueType second = H2ValueType.of(other);
        return first.is(second.family()) && !first.is(Family.OTHER)
                || first.base().equals(second.base())
                || first.is(Family.TEXT) && !second.is(Family.BINARY) && !second.is(Family.OTHER)
                || second.is(Family.TEXT) && !first.is(Family.BINARY) && !first.is(Family.OTHER)
                || first.is(Family.UUID) && isUuidBytes(second)
                || second.is(Family.UUID) && isUuidBytes(first)
                || first.isNumber() && second.isNumber();
    }
}
