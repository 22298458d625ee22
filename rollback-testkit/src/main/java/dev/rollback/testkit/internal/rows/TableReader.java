// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Reads what tables take, in a fixed number of queries per schema. */
public final class TableReader {
    private final Connection connection;
    private final Product product;

    public TableReader(Connection connection, Product product) {
        this.connection = connection;
        this.product = product;
    }

    /** The tables of these schemas that are wanted, by schema and name. */
    public List<Table> read(List<String> schemas, Predicate<String> wanted) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String schema : schemas) {
            tables.addAll(read(schema, wanted));
        }
        return tables;
    }

    private List<Table> read(String schema, Predicate<String> wanted) throws SQLException {
        Map<String, List<Column>> columns = columns(schema);
        Map<String, Map<String, List<String>>> keys = new LinkedHashMap<>();
        Map<String, List<String>> primary = new LinkedHashMap<>();
        each(product.keys(), schema, row -> {
            String table = row.getString("table_name");
            String column = row.getString("column_name");
            keys.computeIfAbsent(table, t -> new LinkedHashMap<>())
                    .computeIfAbsent(row.getString("key_name"), k -> new ArrayList<>())
                    .add(column);
            if (row.getBoolean("is_primary")) {
                primary.computeIfAbsent(table, t -> new ArrayList<>()).add(column);
            }
        });
        Map<String, List<ForeignKey>> parents = parents(schema);
        Map<String, List<Rule>> rules = new LinkedHashMap<>();
        each(
                product.rules(),
                schema,
                row -> rules.computeIfAbsent(row.getString("table_name"), t -> new ArrayList<>())
                        .add(new Rule(row.getString("column_name"), row.getString("rule"))));
        List<Table> tables = new ArrayList<>();
        columns.forEach((table, of) -> {
            if (wanted.test(table)) {
                tables.add(new Table(
                        new TableName(schema, table),
                        of,
                        primary.getOrDefault(table, List.of()),
                        List.copyOf(keys.getOrDefault(table, Map.of()).values()),
                        parents.getOrDefault(table, List.of()),
                        rules.getOrDefault(table, List.of())));
            }
        });
        return tables;
    }

    private Map<String, List<Column>> columns(String schema) throws SQLException {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        each(
                product.columns(),
                schema,
                row -> columns.computeIfAbsent(row.getString("table_name"), t -> new ArrayList<>())
                        .add(new Column(
                                row.getString("column_name"),
                                row.getString("type"),
                                row.getLong("size"),
                                row.getInt("scale"),
                                row.getString("detail"),
                                row.getBoolean("nullable"),
                                row.getBoolean("given"),
                                row.getBoolean("defaulted"),
                                List.of())));
        boolean labels = columns.values().stream().flatMap(List::stream).anyMatch(TableReader::isEnumeration);
        if (labels && !product.labels().isEmpty()) {
            label(schema, columns);
        }
        return columns;
    }

    private static boolean isEnumeration(Column column) {
        return column.type().equalsIgnoreCase("enum");
    }

    private void label(String schema, Map<String, List<Column>> columns) throws SQLException {
        Map<String, Map<String, List<String>>> labels = new LinkedHashMap<>();
        each(
                product.labels(),
                schema,
                row -> labels.computeIfAbsent(row.getString("table_name"), t -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getString("column_name"), c -> new ArrayList<>())
                        .add(row.getString("label")));
        columns.forEach((table, of) -> of.replaceAll(
                c -> c.labelled(labels.getOrDefault(table, Map.of()).getOrDefault(c.name(), List.of()))));
    }

    private Map<String, List<ForeignKey>> parents(String schema) throws SQLException {
        Map<String, Map<String, ForeignKey>> found = new LinkedHashMap<>();
        each(product.foreignKeys(), schema, row -> {
            ForeignKey next = new ForeignKey(
                    List.of(row.getString("column_name")),
                    new TableName(row.getString("parent_schema"), row.getString("parent_table")),
                    List.of(row.getString("parent_column")));
            found.computeIfAbsent(row.getString("table_name"), t -> new LinkedHashMap<>())
                    .merge(row.getString("key_name"), next, TableReader::joined);
        });
        Map<String, List<ForeignKey>> parents = new LinkedHashMap<>();
        found.forEach((table, of) -> parents.put(table, List.copyOf(of.values())));
        return parents;
    }

    private static ForeignKey joined(ForeignKey first, ForeignKey next) {
        List<String> columns = new ArrayList<>(first.columns());
        columns.addAll(next.columns());
        List<String> referenced = new ArrayList<>(first.referenced());
        referenced.addAll(next.referenced());
        return new ForeignKey(columns, first.parent(), referenced);
    }

    private void each(String sql, String schema, RowConsumer consumer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    consumer.accept(result);
                }
            }
        }
    }

    @FunctionalInterface
    private interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }
}
