// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import dev.rollback.h2.rows.H2ValueType.Family;
import dev.rollback.model.Column;

/** The texts of values: exact, and independent of the settings of the session, whose time zone is UTC. */
final class H2Text {
    private H2Text() {}

    /** Two different values of a type have different texts; null has none. Bytes are in hexadecimal digits. */
    static String of(String value, Column column) {
        H2ValueType type = H2ValueType.of(column);
        if (type.is(Family.BINARY) || type.is("JAVA_OBJECT")) {
            return "RAWTOHEX(" + value + ")";
        }
        if (type.is(Family.TEXT) && !type.is("VARCHAR_IGNORECASE")) {
            return value;
        }
        return type.base().contains(" ARRAY")
                ? "CAST(CAST(" + value + " AS JSON) AS CHARACTER VARYING)"
                : "CAST(" + value + " AS CHARACTER VARYING)";
    }

    /** As a value in JSON. */
    static String json(String value, Column column) {
        H2ValueType type = H2ValueType.of(column);
        return switch (type.family()) {
            case INTEGER, NUMERIC, BOOLEAN, JSON -> value;
            default -> of(value, column);
        };
    }

    /** What two values of a type are compared by: equal to the last digit. */
    static String comparable(String value, Column column) {
        H2ValueType type = H2ValueType.of(column);
        boolean byText = type.is("VARCHAR_IGNORECASE") || type.is("CHARACTER") || type.is(Family.JSON);
        return byText ? "CAST(" + value + " AS CHARACTER VARYING)" : value;
    }

    /** A part of what is hashed: texts tell how long they are, so that columns cannot run together. */
    static String piece(String value, Column column) {
        String text = of(value, column);
        return "COALESCE(CHAR_LENGTH(" + text + ") || ':' || " + text + ", '-')";
    }
}
