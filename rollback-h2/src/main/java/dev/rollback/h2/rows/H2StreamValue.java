// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.h2.rows.H2ValueType.Family;
import dev.rollback.model.Column;
import dev.rollback.model.Table;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column in a stream of text.
 *
 * @param name the column
 * @param text an expression for its text, of the row c
 * @param parameter what brings the text back
 * @param bytes whether the text is bytes in hexadecimal digits, and the parameter the bytes
 */
public record H2StreamValue(String name, String text, String parameter, boolean bytes) {
    private static final String NULL = "\\N";

    /** The stored columns of a table; one that stands for the row where there are none. */
    public static List<H2StreamValue> of(Table table) {
        List<Column> columns = table.storedColumns();
        return columns.isEmpty()
                ? List.of(new H2StreamValue("ROLLBACK_ROW", "'TRUE'", "?", false))
                : columns.stream().map(H2StreamValue::of).toList();
    }

    private static H2StreamValue of(Column column) {
        H2ValueType type = H2ValueType.of(column);
        String text = H2Text.of(column("c", column.name()), column);
        String cast = "CAST(CAST(? AS CHARACTER VARYING) AS " + column.type() + ")";
        String parameter = switch (type.family()) {
            case BINARY -> "?";
            case JSON -> "(CAST(? AS CHARACTER VARYING) FORMAT JSON)";
            default -> cast;
        };
        if (type.is(Family.OTHER)
                && !type.base().startsWith("INTERVAL")
                && !type.base().startsWith("GEOMETRY")) {
            throw new IllegalArgumentException("Values of type " + column.type() + " (column " + column.name()
                    + ") have no text that H2 reads back. Keep this backup in the database.");
        }
        return new H2StreamValue(column.name(), text, parameter, type.is(Family.BINARY));
    }

    /** A value as it stands in a line. */
    public static String escaped(@Nullable String value) {
        return value == null
                ? NULL
                : value.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    /** What the parameter is set to for what stands in a line. */
    public @Nullable Object object(String text) {
        String value = unescaped(text);
        return bytes && value != null ? HexFormat.of().parseHex(value) : value;
    }

    /** The value that stands in a line. */
    private static @Nullable String unescaped(String text) {
        if (text.equals(NULL)) {
            return null;
        }
        StringBuilder value = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char next = text.charAt(++i);
                value.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
            } else {
                value.append(c);
            }
        }
        return value.toString();
    }
}
