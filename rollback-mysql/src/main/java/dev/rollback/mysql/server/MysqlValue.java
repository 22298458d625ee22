// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a column's values leave one session and enter another one exactly as they are.
 *
 * @param name of the column
 * @param read what is asked for
 * @param write what is written, with the parameter
 * @param isBytes whether a value is bytes, and not the server's text
 * @param isDouble whether the server cuts the text of a long value, unless it sends that itself
 */
record MysqlValue(String name, String read, String write, boolean isBytes, boolean isDouble) {
    /** Bytes of one character set stay the same bytes; a text would be converted twice. */
    private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

    private static final Set<String> PLAIN = Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal");
    /** A text of theirs would be taken for bytes, or found among labels. */
    private static final Set<String> NUMBERED = Set.of("bit", "enum", "set");

    private static final Set<String> BYTES = Set.of(
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "vector",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    static MysqlValue of(String name, String dataType) {
        String type = dataType.toLowerCase(Locale.ROOT);
        String column = "c." + quote(name);
        if (BYTES.contains(type)) {
            return new MysqlValue(name, column, "?", true, false);
        }
        if (TEXTS.contains(type)) {
            return new MysqlValue(name, "CAST(" + column + " AS BINARY)", "?", true, false);
        }
        if (NUMBERED.contains(type)) {
            return new MysqlValue(name, "CAST(" + column + " AS UNSIGNED)", "CAST(? AS UNSIGNED)", false, false);
        }
        if (type.equals("float")) {
            return new MysqlValue(
                    name, "CAST(" + column + " AS DOUBLE)", "?", false, true); // the text of a float is rounded
        }
        if (type.equals("double")) {
            return new MysqlValue(name, column, "?", false, true);
        }
        return new MysqlValue(name, PLAIN.contains(type) ? column : "CAST(" + column + " AS CHAR)", "?", false, false);
    }

    @Nullable
    Object of(ResultSet row, int column) throws SQLException {
        return isBytes ? row.getBytes(column) : row.getString(column);
    }

    /** What is asked for when the text of any value is wanted as bytes, which drivers pass on as they are. */
    String readText() {
        return isBytes || isDouble ? read : "CAST(" + read + " AS BINARY)";
    }

    /** The text that was asked for. */
    byte @Nullable [] text(ResultSet row, int column) throws SQLException {
        if (!isDouble) {
            return row.getBytes(column);
        }
        String text = row.getString(column);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    void set(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, isBytes ? Types.VARBINARY : Types.VARCHAR);
        } else if (isBytes) {
            statement.setBytes(parameter, (byte[]) value);
        } else {
            statement.setString(parameter, (String) value);
        }
    }

    /** In bytes, about. */
    long size(@Nullable Object value) {
        if (value == null) {
            return 1;
        }
        return isBytes ? ((byte[]) value).length : ((String) value).length();
    }
}
