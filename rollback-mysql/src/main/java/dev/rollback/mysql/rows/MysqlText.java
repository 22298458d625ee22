// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import dev.rollback.model.Column;
import dev.rollback.mysql.rows.MysqlValueType.Family;

/** The texts of values: exact, and independent of the settings of the session, whose time zone is UTC. */
final class MysqlText {
    private MysqlText() {}

    /**
     * Two different values of a type have different texts, but for doubles of more than 22 characters; null has none. Bytes are in
     * hexadecimal digits.
     */
    static String of(String value, Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        return switch (type.family()) {
            case TEXT, ENUM, SET -> utf8(value);
            // + 0 lets no leading zeros through
            case INTEGER, NUMERIC, BIT -> text("(" + value + " + 0)");
            // a whole number even where the driver's product makes it a double
            case YEAR -> text("CAST(" + value + " AS UNSIGNED)");
            // a float by itself shows six digits
            case FLOAT -> text("(" + value + " * 1e0)");
            case BINARY, GEOMETRY, OTHER -> "HEX(" + value + ")";
            case DATE, DATETIME, TIME, JSON, UUID, INET -> text(value);
        };
    }

    /** As a value in JSON. */
    static String json(String value, Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        return switch (type.family()) {
            case INTEGER, NUMERIC, BIT -> "(" + value + " + 0)";
            case FLOAT -> "(" + value + " * 1e0)";
            case JSON -> value;
            default -> of(value, column);
        };
    }

    /** What a value looks like in a branch of a CASE, whatever the others are; can be stored again as it was. */
    static String neutral(String value, Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        return switch (type.family()) {
            case TEXT, ENUM, SET -> utf8(value) + " COLLATE utf8mb4_bin";
            case BIT, INTEGER, NUMERIC -> "(" + value + " + 0)";
            case YEAR -> "CAST(" + value + " AS UNSIGNED)";
            case FLOAT -> "(" + value + " * 1e0)";
            default -> value;
        };
    }

    /**
     * A default in a branch of a CASE. The catalog writes numbers as texts, and a text makes a double of everything that it is
     * calculated or put together with.
     *
     * @param given as the catalog has it
     */
    static String byDefault(String given, Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        String value = "(" + given + ")";
        return switch (type.family()) {
            case INTEGER -> "CAST(" + value + " AS " + (type.unsigned() ? "UNSIGNED" : "SIGNED") + ")";
            case NUMERIC -> "CAST(" + value + " AS DECIMAL(" + type.precision() + ", " + type.scale() + "))";
            default -> neutral(value, column);
        };
    }

    /** What two values of a type are compared by. */
    static String comparable(String value, Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        return switch (type.family()) {
            case TEXT, ENUM, SET -> "CAST(" + utf8(value) + " AS BINARY)";
            case JSON -> "CAST(" + text(value) + " AS BINARY)";
            case FLOAT -> "(" + value + " * 1e0)";
            case BIT, INTEGER, NUMERIC -> "(" + value + " + 0)";
            case YEAR -> "CAST(" + value + " AS UNSIGNED)";
            case GEOMETRY, OTHER -> "HEX(" + value + ")";
            case DATE, DATETIME, TIME, BINARY, UUID, INET -> value;
        };
    }

    /** A part of what is hashed: texts tell how long they are, so that columns cannot run together. */
    static String piece(String value, Column column) {
        MysqlValueType type = MysqlValueType.of(column);
        if (type.is(Family.BINARY) || type.is(Family.GEOMETRY) || type.is(Family.OTHER)) {
            return "COALESCE(CONCAT('#', SHA2(" + value + ", 256)), '-')";
        }
        if (type.isLarge()) {
            return "COALESCE(CONCAT('#', SHA2(" + of(value, column) + ", 256)), '-')";
        }
        if (type.is(Family.FLOAT)) { // as a text it may not be written in full
            return text("JSON_ARRAY(" + value + " * 1e0)");
        }
        String text = of(value, column);
        if (!type.isTextual()) {
            return "COALESCE(" + text + ", '-')";
        }
        String counted = "COALESCE(CONCAT(CHAR_LENGTH(" + value + "), ':', " + text + "), '-')";
        // 0 stands for a value that is none
        return type.is(Family.ENUM) ? "IF(" + value + " + 0 = 0, '!', " + counted + ")" : counted;
    }

    static String utf8(String value) {
        return "CONVERT(" + value + " USING utf8mb4)";
    }

    static String text(String value) {
        return "CAST(" + value + " AS CHAR CHARACTER SET utf8mb4)";
    }
}
