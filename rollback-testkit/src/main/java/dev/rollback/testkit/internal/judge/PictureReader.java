// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.judge;

import dev.rollback.testkit.internal.rows.Column;
import dev.rollback.testkit.internal.rows.Product;
import dev.rollback.testkit.internal.rows.Table;
import dev.rollback.testkit.internal.rows.TableReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads pictures with plain JDBC. */
public final class PictureReader {
    private final Connection connection;
    private final Product product;
    private final List<String> schemas;
    private final Predicate<String> wanted;

    /** @param wanted says by its name whether a table counts */
    public PictureReader(Connection connection, List<String> schemas, Predicate<String> wanted) throws SQLException {
        this.connection = connection;
        this.product = Product.of(connection);
        this.schemas = schemas;
        this.wanted = wanted;
    }

    public Picture read() throws SQLException {
        Map<String, String> structure = new TreeMap<>();
        for (String schema : schemas) {
            columns(schema, structure);
            definitions(product.definitions(), schema, structure);
            rules(schema, structure);
        }
        Map<String, TableRows> tables = new TreeMap<>();
        for (Table table : new TableReader(connection, product).read(schemas, wanted)) {
            tables.put(table.name().toString(), rows(table));
        }
        return new Picture(structure, tables);
    }

    private void columns(String schema, Map<String, String> structure) throws SQLException {
        try (ResultSet result = product.described(connection, schema)) {
            while (result.next()) {
                String table = result.getString("TABLE_NAME");
                boolean here =
                        schema.equals(result.getString("TABLE_SCHEM")) || schema.equals(result.getString("TABLE_CAT"));
                if (here && wanted.test(table)) {
                    structure.put(
                            schema + "." + table + ", column " + result.getString("COLUMN_NAME"),
                            "%s. %s(%s,%s) nullable %s default %s auto %s generated %s remarks %s"
                                    .formatted(
                                            result.getInt("ORDINAL_POSITION"),
                                            result.getString("TYPE_NAME"),
                                            result.getInt("COLUMN_SIZE"),
                                            result.getInt("DECIMAL_DIGITS"),
                                            result.getInt("NULLABLE"),
                                            result.getString("COLUMN_DEF"),
                                            result.getString("IS_AUTOINCREMENT"),
                                            result.getString("IS_GENERATEDCOLUMN"),
                                            result.getString("REMARKS")));
                }
            }
        }
    }

    private void definitions(String sql, String schema, Map<String, String> structure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String table = result.getString("table_name");
                    if (table.isEmpty() || wanted.test(table)) {
                        String place = table.isEmpty() ? schema : schema + "." + table;
                        structure.put(
                                place + ", " + result.getString("object"),
                                String.valueOf(result.getString("definition")));
                    }
                }
            }
        }
    }

    private void rules(String schema, Map<String, String> structure) throws SQLException {
        for (Table table : new TableReader(connection, product).read(List.of(schema), wanted)) {
            String all = table.rules().stream()
                    .map(r -> r.column() + " " + r.text())
                    .sorted()
                    .collect(Collectors.joining("; "));
            if (!all.isEmpty()) {
                structure.put(table.name() + ", rules", all);
            }
        }
    }

    private TableRows rows(Table table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            types.put(
                    column.name(), column.type() + " " + column.size() + " " + column.scale() + " " + column.detail());
        }
        String order = table.primaryKey().isEmpty()
                ? ""
                : " ORDER BY " + table.primaryKey().stream().map(product::quote).collect(Collectors.joining(", "));
        String columns = types.keySet().stream().map(product::quote).collect(Collectors.joining(", "));
        Map<String, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT " + columns + " FROM " + product.quote(table.name()) + order)) {
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                int index = 0;
                for (String column : types.keySet()) {
                    row.put(column, product.text(result, ++index));
                }
                rows.put(key(table.primaryKey(), row, rows), row);
            }
        }
        return new TableRows(table.primaryKey(), types, rows);
    }

    private static String key(List<String> key, Map<String, @Nullable String> row, Map<String, ?> known) {
        if (!key.isEmpty()) {
            return key.stream().map(c -> c + "=" + row.get(c)).collect(Collectors.joining(", "));
        }
        String all = new ArrayList<>(row.values()).toString();
        String free = all;
        for (int n = 2; known.containsKey(free); n++) {
            free = all + " again " + n;
        }
        return free;
    }
}
