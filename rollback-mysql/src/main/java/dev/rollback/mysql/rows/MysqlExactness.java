// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;

/** What a conversion between two types does to values that fit. */
final class MysqlExactness {
    /** Digits that a float keeps, whatever they are. */
    private static final int FLOAT_DIGITS = 6;

    private MysqlExactness() {}

    /** Whether two values never become one, and each can be brought back. */
    static boolean isReversible(Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        if (MysqlConversions.isSame(from, to)) {
            return true;
        }
        if (source.isNumber() && (target.isNumber() || target.is(Family.BIT) || target.is(Family.YEAR))) {
            return !MysqlNumbers.mayNarrow(source, target);
        }
        if (MysqlTimes.isDate(source) && MysqlTimes.isDate(target)
                || source.is(Family.TIME) && target.is(Family.TIME)) {
            return !MysqlTimes.mayNarrow(source, target);
        }
        return switch (target.family()) {
            case TEXT ->
                !source.is(Family.TEXT) && !source.is(Family.BINARY) && !source.is(Family.GEOMETRY)
                        || source.is(Family.TEXT) && (!target.is("char") || source.is("char"))
                        || MysqlConversions.isUuidPair(from, to);
            case ENUM -> source.isTextual() || MysqlMembers.areCounted(target, source);
            case SET -> MysqlMembers.areCounted(target, source) || source.is(Family.SET) || source.is(Family.ENUM);
            case BIT, YEAR -> source.is(target.family());
            case INTEGER -> source.is(Family.BIT) || source.is(Family.YEAR);
            case BINARY -> source.is(Family.BINARY) && !target.is("binary") || source.is(Family.UUID);
            case UUID -> source.is(Family.BINARY);
            case GEOMETRY -> source.is(Family.GEOMETRY);
            default -> false;
        };
    }

    /** Whether a value that fits may be held less exactly. How a text is spelled does not matter, if the old type is none. */
    static boolean mayNarrow(Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        if (source.isTextual() && !target.isTextual()) {
            return target.is(Family.FLOAT)
                    || target.is(Family.NUMERIC)
                    || target.is(Family.DATE)
                    || target.is(Family.DATETIME) && target.fraction() < 6
                    || target.is(Family.TIME) && target.fraction() < 6;
        }
        return !MysqlConversions.isUuidPair(from, to) && !isReversible(from, to);
    }

    /** A condition that is true when a value is held less exactly; it must fit. */
    static String isNarrowed(String value, Column from, Column to) {
        MysqlValueType source = MysqlValueType.of(from);
        MysqlValueType target = MysqlValueType.of(to);
        String there = MysqlConversions.convert(value, from, to);
        if (target.is("float") && target.numbers().size() < 2) { // a conversion shows more digits than the column keeps
            return source.isTextual()
                    ? "CHAR_LENGTH(REGEXP_REPLACE(" + value + ", '[^0-9]|^[-+0.]+|[eE].*', '')) > " + FLOAT_DIGITS
                    : MysqlNumbers.isNoFloat(value);
        }
        if (source.isTextual() && !target.isTextual()) {
            Column exact = exact(target);
            return "NOT (" + MysqlConversions.convert(value, from, exact) + " <=> " + there + ")";
        }
        if (target.is("binary")) {
            return "LENGTH(" + value + ") <> " + target.length();
        }
        return MysqlRows.differs(
                "(" + MysqlConversions.guarded("(" + there + ")", unlimited(to, target), from) + ")", value, from);
    }

    /** The result of a conversion to char has the character set of the session. */
    private static Column unlimited(Column to, MysqlValueType target) {
        return target.is(Family.TEXT) ? plain("longtext") : to;
    }

    /** A type that holds everything which is written in the same way. */
    private static Column exact(MysqlValueType type) {
        return switch (type.family()) {
            case DATE, DATETIME -> plain("datetime(6)");
            case TIME -> plain("time(6)");
            default -> plain("decimal(65,30)");
        };
    }

    private static Column plain(String type) {
        return new Column("", type, false, true, null, null, null, null, "", 0);
    }

    /** Whether values of both types stand for the same things. */
    static boolean sameFamily(Column one, Column other) {
        MysqlValueType first = MysqlValueType.of(one);
        MysqlValueType second = MysqlValueType.of(other);
        return first.is(second.family()) && !first.is(Family.OTHER)
                || first.base().equals(second.base())
                || isWords(first) && !isBytes(second)
                || isWords(second) && !isBytes(first)
                || MysqlConversions.isUuidPair(one, other)
                || first.is(Family.TEXT) && second.is(Family.BINARY)
                || first.is(Family.BINARY) && second.is(Family.TEXT)
                || isCounted(first) && isCounted(second)
                || MysqlTimes.isDate(first) && MysqlTimes.isDate(second);
    }

    private static boolean isWords(MysqlValueType type) {
        return type.isTextual();
    }

    private static boolean isBytes(MysqlValueType type) {
        return type.is(Family.BINARY) || type.is(Family.GEOMETRY) || type.is(Family.OTHER);
    }

    private static boolean isCounted(MysqlValueType type) {
        return type.isNumber() || type.is(Family.BIT) || type.is(Family.YEAR);
    }
}
