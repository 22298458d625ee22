// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs from product to product. */
public interface Product {

    /** The product of a connection. */
    static Product of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        return List.of(new PostgresProduct(), new MysqlProduct(), new MariaDbProduct(), new H2Product()).stream()
                .filter(p -> p.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The test kit makes no rows for " + name + ". It knows PostgreSQL, MySQL, MariaDB and H2."));
    }

    /** As its driver says it. */
    String name();

    default String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    default String quote(TableName table) {
        return quote(table.schema()) + "." + quote(table.name());
    }

    /** The schema that the connection is in. */
    default String currentSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** One row per column of each table that takes rows itself; see {@link TableReader} for the names. Its parameter is the schema. */
    String columns();

    /** One row per column of each unique key. */
    String keys();

    /** One row per column of each foreign key. */
    String foreignKeys();

    /** One row per check, domain or bound. */
    String rules();

    /** The labels of the schema's enumerations, where columns do not say them; one row per label. */
    String labels();

    /** What else the structure is made of, for comparing: the table it belongs to or nothing, a name, a definition. */
    String definitions();

    /** Columns of all relations, as the driver tells them. */
    default ResultSet described(Connection connection, String schema) throws SQLException {
        return connection.getMetaData().getColumns(null, schema, "%", "%");
    }

    /** What a column takes; null when the type is not known. */
    @Nullable
    Choices choices(Column column);

    default void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        statement.setObject(index, value);
    }

    /** A value that {@link #bind} takes. */
    @Nullable
    Object read(ResultSet result, int index) throws SQLException;

    /** A value as it is compared: bytes as hexadecimal digits, everything else in the driver's words. */
    default @Nullable String text(ResultSet result, int index) throws SQLException {
        return switch (result.getMetaData().getColumnType(index)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = result.getBytes(index);
                if (bytes == null) {
                    yield null;
                }
                yield HexFormat.of().formatHex(bytes);
            }
            default -> result.getString(index);
        };
    }

    /** Once per transaction: what makes a refusal come with the statement that causes it. */
    default void begin(Connection connection) throws SQLException {}
}
