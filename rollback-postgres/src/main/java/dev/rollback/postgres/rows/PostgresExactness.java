// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import dev.rollback.model.Column;
import dev.rollback.postgres.rows.PostgresValueType.Family;
import java.util.Optional;

/** What a conversion between two types does to values that fit. */
final class PostgresExactness {
    private PostgresExactness() {}

    /** Whether two values never become one, and each can be brought back. */
    static boolean isReversible(Column from, Column to) {
        PostgresValueType source = PostgresValueType.of(from);
        PostgresValueType target = PostgresValueType.of(to);
        if (from.type().equals(to.type()) || target.is(Family.USER)) {
            return true;
        }
        if (target.is(Family.TEXT)) {
            return !source.is(Family.TEXT) || !target.is("character") && source.length() <= target.length();
        }
        if (PostgresConversions.isNumber(target)
                && (PostgresConversions.isNumber(source) || source.is(Family.BOOLEAN))) {
            return !PostgresNumbers.mayNarrow(source, target);
        }
        if (target.is(Family.TIMESTAMP) && PostgresConversions.isTime(source)) {
            return source.is(Family.DATE)
                    || target.numbers().isEmpty()
                    || source.numbers().equals(target.numbers());
        }
        return source.is(Family.JSON) && target.is(Family.JSON);
    }

    /** Whether a value that fits may be held less exactly. How a text is spelled does not matter, if the old type is none. */
    static boolean mayNarrow(Column from, Column to) {
        PostgresValueType source = PostgresValueType.of(from);
        PostgresValueType target = PostgresValueType.of(to);
        return source.isTextual() && !target.isTextual() ? unlimited(to).isPresent() : !isReversible(from, to);
    }

    /** A condition that is true when a value is held less exactly; it must fit. */
    static String isNarrowed(String value, Column from, Column to) {
        String there = "(" + PostgresConversions.convert(value, from, to) + ")";
        Optional<Column> unlimited = PostgresValueType.of(from).isTextual() ? unlimited(to) : Optional.empty();
        if (unlimited.isPresent()) {
            String exact = PostgresConversions.guarded(value, from, unlimited.get());
            return "(" + exact + ") <> " + there + "::text::" + unlimited.get().type();
        }
        return PostgresRows.differs("(" + PostgresConversions.guarded(there, to, from) + ")", value, from);
    }

    /** A type that holds everything which is written in the same way; empty when the type itself does. */
    private static Optional<Column> unlimited(Column column) {
        PostgresValueType type = PostgresValueType.of(column);
        if (type.is(Family.FLOAT) || type.is(Family.NUMERIC) && !type.numbers().isEmpty()) {
            return Optional.of(plain("numeric"));
        }
        if (type.is(Family.DATE)) {
            return Optional.of(plain("timestamp without time zone"));
        }
        boolean cut = type.is(Family.TIMESTAMP)
                || type.base().startsWith("time ")
                || type.base().startsWith("interval");
        return cut && !type.numbers().isEmpty() ? Optional.of(plain(type.base())) : Optional.empty();
    }

    private static Column plain(String type) {
        return new Column("", type, false, true, null, null, null, null, "", 0);
    }

    /** Whether values of both types stand for the same things. */
    static boolean sameFamily(Column one, Column other) {
        PostgresValueType first = PostgresValueType.of(one);
        PostgresValueType second = PostgresValueType.of(other);
        return first.base().equals(second.base())
                || first.isTextual()
                || second.isTextual()
                || PostgresConversions.isNumber(first) && PostgresConversions.isNumber(second)
                || PostgresConversions.isTime(first) && PostgresConversions.isTime(second)
                || first.is(Family.JSON) && second.is(Family.JSON)
                || first.is(Family.ARRAY) && second.is(Family.ARRAY)
                || first.is(Family.BOOLEAN) && second.is(Family.INTEGER)
                || first.is(Family.INTEGER) && second.is(Family.BOOLEAN);
    }
}
