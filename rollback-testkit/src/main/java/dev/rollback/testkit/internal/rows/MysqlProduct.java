// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import dev.rollback.testkit.internal.rows.Texts.Repertoire;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** MySQL. */
class MysqlProduct implements Product {
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public String currentSchema(Connection connection) throws SQLException {
        return connection.getCatalog();
    }

    @Override
    public String columns() {
        return """
                SELECT c.table_name AS table_name, c.column_name AS column_name, c.data_type AS type,
                       coalesce(c.character_maximum_length, c.numeric_precision, 0) AS size,
                       coalesce(c.numeric_scale, 0) AS scale,
                       concat(coalesce(c.character_set_name, 'none'), ' ', c.column_type) AS detail,
                       c.is_nullable = 'YES' AS nullable,
                       c.extra LIKE '%auto_increment%' OR coalesce(c.generation_expression, '') <> '' AS given,
                       c.column_default IS NOT NULL AS defaulted
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = ? AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
                ORDER BY c.table_name, c.ordinal_position
                """;
    }

    @Override
    public String keys() {
        return """
                SELECT table_name AS table_name, index_name AS key_name, column_name AS column_name,
                       index_name = 'PRIMARY' AS is_primary
                FROM information_schema.statistics
                WHERE table_schema = ? AND non_unique = 0 AND column_name IS NOT NULL
                ORDER BY table_name, index_name = 'PRIMARY' DESC, index_name, seq_in_index
                """;
    }

    @Override
    public String foreignKeys() {
        return """
                SELECT table_name AS table_name, constraint_name AS key_name, column_name AS column_name,
                       referenced_table_schema AS parent_schema, referenced_table_name AS parent_table,
                       referenced_column_name AS parent_column
                FROM information_schema.key_column_usage
                WHERE table_schema = ? AND referenced_table_name IS NOT NULL
                ORDER BY table_name, constraint_name, ordinal_position
                """;
    }

    @Override
    public String rules() {
        return """
                WITH here AS (SELECT ? AS name)
                SELECT t.table_name AS table_name, '' AS column_name, c.check_clause AS rule
                FROM here h
                JOIN information_schema.table_constraints t ON t.table_schema = h.name
                JOIN information_schema.check_constraints c
                     ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
                WHERE t.constraint_type = 'CHECK'
                UNION ALL
                SELECT p.table_name, '', concat(p.partition_expression, ' ', p.partition_description)
                FROM here h JOIN information_schema.partitions p ON p.table_schema = h.name
                WHERE p.partition_description IS NOT NULL
                ORDER BY 1, 3
                """;
    }

    @Override
    public String labels() {
        return "";
    }

    @Override
    public String definitions() {
        return """
                WITH here AS (SELECT ? AS name)
                SELECT s.table_name AS table_name, concat('index ', s.index_name) AS object,
                       concat(s.non_unique, ' ', s.index_type, ' ', group_concat(
                           concat(s.column_name, coalesce(concat(':', s.sub_part), '')) ORDER BY s.seq_in_index)) AS definition
                FROM here h JOIN information_schema.statistics s ON s.table_schema = h.name
                GROUP BY s.table_name, s.index_name, s.non_unique, s.index_type
                UNION ALL
                SELECT k.table_name, concat('foreign key ', k.constraint_name, ' ', k.ordinal_position),
                       concat(k.column_name, ' to ', k.referenced_table_schema, '.', k.referenced_table_name, '.',
                           k.referenced_column_name, ' ', r.update_rule, ' ', r.delete_rule)
                FROM here h
                JOIN information_schema.key_column_usage k ON k.table_schema = h.name
                JOIN information_schema.referential_constraints r ON r.constraint_schema = k.constraint_schema
                     AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
                UNION ALL
                SELECT t.event_object_table, concat('trigger ', t.trigger_name),
                       concat(t.action_timing, ' ', t.event_manipulation, ' ', t.action_statement)
                FROM here h JOIN information_schema.triggers t ON t.trigger_schema = h.name
                UNION ALL
                SELECT '', concat('view ', v.table_name), v.view_definition
                FROM here h JOIN information_schema.views v ON v.table_schema = h.name
                UNION ALL
                SELECT '', concat('routine ', r.routine_name), r.routine_definition
                FROM here h JOIN information_schema.routines r ON r.routine_schema = h.name
                UNION ALL
                SELECT t.table_name, 'options', concat_ws(' ', t.engine, t.table_collation, t.create_options, t.table_comment)
                FROM here h JOIN information_schema.tables t ON t.table_schema = h.name
                UNION ALL
                SELECT c.table_name, concat('column ', c.column_name), concat_ws(' ', c.ordinal_position, c.column_type,
                       c.collation_name, c.is_nullable, c.column_default, c.extra, c.generation_expression, c.column_comment)
                FROM here h JOIN information_schema.columns c ON c.table_schema = h.name
                UNION ALL
                SELECT p.table_name, concat('partition ', p.partition_name),
                       concat_ws(' ', p.partition_method, p.partition_expression, p.partition_description)
                FROM here h JOIN information_schema.partitions p ON p.table_schema = h.name WHERE p.partition_name IS NOT NULL
                ORDER BY 1, 2, 3
                """;
    }

    @Override
    public ResultSet described(Connection connection, String schema) throws SQLException {
        return connection.getMetaData().getColumns(schema, null, "%", "%");
    }

    @Override
    public @Nullable Choices choices(Column column) {
        boolean signed = !column.detail().contains("unsigned");
        return switch (column.type()) {
            case "tinyint" -> column.detail().contains("tinyint(1)") ? Choices.of(1, 0) : Numbers.integers(8, signed);
            case "smallint" -> Numbers.integers(16, signed);
            case "mediumint" -> Numbers.integers(24, signed);
            case "int" -> Numbers.integers(32, signed);
            case "bigint" -> Numbers.integers(64, signed);
            case "decimal" -> positive(Numbers.decimals(column.size(), column.scale()), signed);
            case "float" -> positive(Numbers.floats("-1.5e30", "1.5e30"), signed);
            case "double" -> positive(Numbers.floats("-1.5e300", "1.5e300"), signed);
            case "bit" -> bits((int) column.size());
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" ->
                Texts.characters(column.size(), repertoire(column.detail()));
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> Texts.bytes(column.size());
            case "date" -> Times.dates("1000-01-01", "9999-12-31");
            case "datetime" -> Times.timestamps("1000-01-01 00:00:00", "9999-12-31 23:59:59", "");
            case "timestamp" -> Times.timestamps("1970-01-03 00:00:01", "2038-01-17 03:14:07", "");
            case "time" -> Times.times("-838:59:59", "838:59:59", "");
            case "year" -> Choices.of(1901, 2020, 2155);
            case "json" -> Texts.json("?");
            case "enum" -> Choices.of(labels(column.detail()).toArray());
            case "set" -> set(labels(column.detail()));
            case "uuid" -> Texts.uuids();
            case "inet4" -> Choices.of("0.0.0.0", "10.0.0.1", "255.255.255.255");
            case "inet6" -> Choices.of("::", "::1", "ffff::1");
            case "geometry", "point" -> shapes("POINT(0 0)", "POINT(1 2)");
            case "linestring" -> shapes("LINESTRING(0 0,1 1)");
            case "polygon" -> shapes("POLYGON((0 0,0 1,1 1,0 0))");
            case "multipoint" -> shapes("MULTIPOINT((0 0),(1 1))");
            case "geometrycollection", "geomcollection" -> shapes("GEOMETRYCOLLECTION(POINT(1 2))");
            default -> null;
        };
    }

    @Override
    public @Nullable Object read(ResultSet result, int index) throws SQLException {
        return switch (result.getMetaData().getColumnType(index)) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB, Types.BIT -> result.getBytes(index);
            default -> result.getString(index);
        };
    }

    private static Choices positive(Choices choices, boolean signed) {
        return signed
                ? choices
                : new Choices(choices.plain(), List.of(Value.of(0)), choices.high(), choices.odd(), choices.key());
    }

    private static Repertoire repertoire(String detail) {
        return switch (detail.substring(0, detail.indexOf(' '))) {
            case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> Repertoire.ALL;
            case "utf8", "utf8mb3", "ucs2" -> Repertoire.BMP;
            case "latin1" -> Repertoire.LATIN;
            default -> Repertoire.ASCII;
        };
    }

    /** The values in {@code enum('a','b')}. */
    private static List<String> labels(String detail) {
        List<String> labels = new ArrayList<>();
        Matcher matcher = LABEL.matcher(detail);
        while (matcher.find()) {
            labels.add(matcher.group(1).replace("''", "'"));
        }
        return labels;
    }

    private static Choices set(List<String> labels) {
        return Choices.of("", labels.get(0), String.join(",", labels));
    }

    private static Choices bits(int size) {
        return Choices.ofValues(List.of(
                new Value("b'" + "0".repeat(size) + "'", null), new Value("b'" + "1".repeat(size) + "'", null)));
    }

    private static Choices shapes(String... texts) {
        return Choices.ofValues(List.of(texts).stream()
                .map(t -> new Value("ST_GeomFromText(?)", t))
                .toList());
    }
}
