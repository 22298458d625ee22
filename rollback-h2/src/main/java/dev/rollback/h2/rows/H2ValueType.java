// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import dev.rollback.dialect.SqlTokens.Token;
import dev.rollback.h2.catalog.H2Tokens;
import dev.rollback.model.Column;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as H2 prints it, taken apart.
 *
 * @param base the type without its numbers, as in {@code CHARACTER VARYING}
 * @param arguments what stands in its first parentheses
 */
record H2ValueType(Family family, String base, List<String> arguments) {
    private static final int DEFAULT_DECFLOAT = 34;
    private static final int FRACTION = 6;

    enum Family {
        TEXT,
        BINARY,
        BOOLEAN,
        INTEGER,
        NUMERIC,
        FLOAT,
        DATE,
        TIME,
        UUID,
        JSON,
        ENUM,
        OTHER
    }

    static H2ValueType of(Column column) {
        List<Token> tokens = H2Tokens.of(column.type());
        String base = tokens.stream().filter(t -> !t.isGroup()).map(Token::text).collect(Collectors.joining(" "));
        List<String> arguments = tokens.stream()
                .filter(Token::isGroup)
                .findFirst()
                .map(t -> H2Tokens.elements(t.text()))
                .orElse(List.of());
        return new H2ValueType(family(base), base, arguments);
    }

    private static Family family(String base) {
        return switch (base) {
            case "CHARACTER VARYING", "CHARACTER", "VARCHAR_IGNORECASE", "CHARACTER LARGE OBJECT" -> Family.TEXT;
            case "BINARY", "BINARY VARYING", "BINARY LARGE OBJECT" -> Family.BINARY;
            case "BOOLEAN" -> Family.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> Family.INTEGER;
            case "NUMERIC", "DECFLOAT" -> Family.NUMERIC;
            case "REAL", "DOUBLE PRECISION", "FLOAT" -> Family.FLOAT;
            case "DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" -> Family.DATE;
            case "TIME", "TIME WITH TIME ZONE" -> Family.TIME;
            case "UUID" -> Family.UUID;
            case "JSON" -> Family.JSON;
            case "ENUM" -> Family.ENUM;
            default -> Family.OTHER;
        };
    }

    boolean is(Family other) {
        return family == other;
    }

    boolean is(String other) {
        return base.equals(other);
    }

    boolean isNumber() {
        return is(Family.INTEGER) || is(Family.NUMERIC) || is(Family.FLOAT);
    }

    /** Whether it is held apart from its row. */
    boolean isLarge() {
        return base.endsWith("LARGE OBJECT");
    }

    /** Whether an index can be made on it. */
    boolean isIndexable() {
        return !isLarge() && !is(Family.JSON) && !is(Family.OTHER);
    }

    /** The first number of the type, as the longest text or the digits of a number. */
    long length() {
        if (arguments.isEmpty() || !arguments.get(0).matches("\\d+")) {
            return switch (base) {
                case "CHARACTER", "BINARY" -> 1;
                case "DECFLOAT" -> DEFAULT_DECFLOAT;
                default -> Long.MAX_VALUE;
            };
        }
        return Long.parseLong(arguments.get(0));
    }

    int scale() {
        return arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 0;
    }

    /** Digits of a second. */
    int fraction() {
        if (base.equals("DATE")) {
            return 0;
        }
        boolean given = !arguments.isEmpty();
        return given ? Integer.parseInt(arguments.get(0)) : is(Family.TIME) ? 0 : FRACTION;
    }

    /** Digits before the point that every number of the type has a place in. */
    long wholeDigits() {
        return switch (base) {
            case "TINYINT" -> 3;
            case "SMALLINT" -> 5;
            case "INTEGER" -> 10;
            case "BIGINT" -> 19;
            case "NUMERIC" -> length() - scale();
            default -> Long.MAX_VALUE;
        };
    }

    long highest() {
        return switch (base) {
            case "TINYINT" -> Byte.MAX_VALUE;
            case "SMALLINT" -> Short.MAX_VALUE;
            case "INTEGER" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
