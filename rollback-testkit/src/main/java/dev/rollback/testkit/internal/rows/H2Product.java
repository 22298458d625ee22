// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import dev.rollback.testkit.internal.rows.Texts.Repertoire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** H2 2.x. */
final class H2Product implements Product {
    @Override
    public String name() {
        return "H2";
    }

    @Override
    public String columns() {
        return """
                SELECT c.table_name AS table_name, c.column_name AS column_name, c.data_type AS type,
                       coalesce(c.character_maximum_length, c.numeric_precision, 0) AS size,
                       coalesce(c.numeric_scale, 0) AS scale, '' AS detail,
                       c.is_nullable = 'YES' AS nullable,
                       c.is_identity = 'YES' OR c.is_generated = 'ALWAYS'
                           OR coalesce(c.column_default, '') LIKE 'NEXT VALUE FOR%' AS given,
                       c.column_default IS NOT NULL AS defaulted
                FROM information_schema.columns c
                JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
                WHERE c.table_schema = ? AND t.table_type = 'BASE TABLE'
                ORDER BY c.table_name, c.ordinal_position
                """;
    }

    @Override
    public String keys() {
        return """
                SELECT i.table_name AS table_name, i.index_name AS key_name, c.column_name AS column_name,
                       i.index_type_name = 'PRIMARY KEY' AS is_primary
                FROM information_schema.indexes i
                JOIN information_schema.index_columns c
                     ON c.index_schema = i.index_schema AND c.index_name = i.index_name
                WHERE i.table_schema = ? AND (i.index_type_name = 'PRIMARY KEY' OR i.index_type_name LIKE 'UNIQUE%')
                ORDER BY i.table_name, i.index_type_name = 'PRIMARY KEY' DESC, i.index_name, c.ordinal_position
                """;
    }

    @Override
    public String foreignKeys() {
        return """
                SELECT k.table_name AS table_name, k.constraint_name AS key_name, k.column_name AS column_name,
                       p.table_schema AS parent_schema, p.table_name AS parent_table, p.column_name AS parent_column
                FROM information_schema.referential_constraints r
                JOIN information_schema.key_column_usage k
                     ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
                JOIN information_schema.key_column_usage p
                     ON p.constraint_schema = r.unique_constraint_schema AND p.constraint_name = r.unique_constraint_name
                     AND p.ordinal_position = k.position_in_unique_constraint
                WHERE k.table_schema = ?
                ORDER BY k.table_name, k.constraint_name, k.ordinal_position
                """;
    }

    @Override
    public String rules() {
        return """
                WITH here (name) AS (SELECT CAST(? AS VARCHAR))
                SELECT t.table_name AS table_name, '' AS column_name, c.check_clause AS rule
                FROM here h
                JOIN information_schema.table_constraints t ON t.table_schema = h.name
                JOIN information_schema.check_constraints c
                     ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
                UNION ALL
                SELECT l.table_name, l.column_name, c.check_clause
                FROM here h
                JOIN information_schema.columns l ON l.table_schema = h.name
                JOIN information_schema.domain_constraints d
                     ON d.domain_schema = l.domain_schema AND d.domain_name = l.domain_name
                JOIN information_schema.check_constraints c
                     ON c.constraint_schema = d.constraint_schema AND c.constraint_name = d.constraint_name
                ORDER BY 1, 2, 3
                """;
    }

    @Override
    public String labels() {
        return """
                SELECT c.table_name AS table_name, c.column_name AS column_name, e.value_name AS label
                FROM information_schema.columns c
                JOIN information_schema.enum_values e ON e.object_schema = c.table_schema
                     AND e.object_name = c.table_name AND e.object_type = 'TABLE'
                     AND e.enum_identifier = c.dtd_identifier
                WHERE c.table_schema = ?
                ORDER BY c.table_name, c.ordinal_position, e.value_ordinal
                """;
    }

    @Override
    public String definitions() {
        return """
                WITH here (name) AS (SELECT CAST(? AS VARCHAR))
                SELECT i.table_name AS table_name, 'index ' || i.index_name AS object, i.index_type_name || ' '
                       || LISTAGG(c.column_name || ' ' || c.ordering_specification, ', ') WITHIN GROUP (ORDER BY c.ordinal_position)
                       AS definition
                FROM here h
                JOIN information_schema.indexes i ON i.table_schema = h.name
                JOIN information_schema.index_columns c ON c.index_schema = i.index_schema AND c.index_name = i.index_name
                WHERE NOT i.is_generated
                GROUP BY i.table_name, i.index_name, i.index_type_name
                UNION ALL
                SELECT k.table_name, 'key ' || k.constraint_name || ' ' || k.ordinal_position,
                       t.constraint_type || ' ' || k.column_name || COALESCE(' ' || r.unique_constraint_name || ' ' || r.update_rule
                       || ' ' || r.delete_rule, '')
                FROM here h
                JOIN information_schema.key_column_usage k ON k.table_schema = h.name
                JOIN information_schema.table_constraints t
                     ON t.constraint_schema = k.constraint_schema AND t.constraint_name = k.constraint_name
                LEFT JOIN information_schema.referential_constraints r
                     ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                UNION ALL
                SELECT t.event_object_table, 'trigger ' || t.trigger_name,
                       t.action_timing || ' ' || t.event_manipulation || ' ' || COALESCE(t.java_class, '')
                FROM here h JOIN information_schema.triggers t ON t.trigger_schema = h.name
                UNION ALL
                SELECT '', 'view ' || v.table_name, v.view_definition
                FROM here h JOIN information_schema.views v ON v.table_schema = h.name
                UNION ALL
                SELECT '', 'sequence ' || s.sequence_name,
                       CONCAT_WS(' ', s.data_type, s.start_value, s.minimum_value, s.maximum_value, s.increment, s.cycle_option)
                FROM here h JOIN information_schema.sequences s ON s.sequence_schema = h.name
                UNION ALL
                SELECT '', 'routine ' || r.routine_name, COALESCE(r.routine_definition, r.external_name)
                FROM here h JOIN information_schema.routines r ON r.routine_schema = h.name
                UNION ALL
                SELECT t.table_name, 'comment', t.remarks
                FROM here h JOIN information_schema.tables t ON t.table_schema = h.name WHERE t.remarks IS NOT NULL
                ORDER BY 1, 2, 3
                """;
    }

    @Override
    public @Nullable Choices choices(Column column) {
        return switch (column.type()) {
            case "TINYINT" -> Numbers.integers(8, true);
            case "SMALLINT" -> Numbers.integers(16, true);
            case "INTEGER" -> Numbers.integers(32, true);
            case "BIGINT" -> Numbers.integers(64, true);
            case "NUMERIC", "DECIMAL", "DECFLOAT" ->
                Numbers.decimals(column.size() > 1000 ? 0 : column.size(), column.scale());
            case "REAL" -> Numbers.floats("-1.5e30", "1.5e30");
            case "DOUBLE PRECISION", "FLOAT" -> Numbers.floats("-1.5e300", "1.5e300");
            case "BOOLEAN" -> Choices.of(true, false);
            case "CHARACTER", "CHARACTER VARYING", "VARCHAR_IGNORECASE", "CHARACTER LARGE OBJECT" ->
                Texts.characters(Math.min(column.size(), 1_000_000), Repertoire.ALL);
            case "BINARY", "BINARY VARYING", "BINARY LARGE OBJECT" -> Texts.bytes(Math.min(column.size(), 1_000_000));
            case "DATE" -> Times.dates("0001-01-01", "9999-12-31");
            case "TIME" -> Times.times("00:00:00", "23:59:59", "");
            case "TIME WITH TIME ZONE" -> Times.times("00:00:00", "23:59:59", "+02:00");
            case "TIMESTAMP" -> Times.timestamps("0001-01-01 00:00:00", "9999-12-31 23:59:59.999999", "");
            case "TIMESTAMP WITH TIME ZONE" ->
                Times.timestamps("0001-01-01 00:00:00+00:00", "9999-12-31 23:59:59.999999+00:00", "+02:00");
            case "UUID" -> Texts.uuids();
            case "JSON" -> Texts.json("? FORMAT JSON");
            case "ENUM" ->
                column.labels().isEmpty() ? null : Choices.of(column.labels().toArray());
            case "GEOMETRY" -> Choices.of("POINT (0 0)", "POINT (1 2)");
            case "ARRAY" -> Choices.ofValues(List.of(new Value("ARRAY[]", null), new Value("ARRAY['1']", null)));
            default -> null;
        };
    }

    @Override
    public @Nullable Object read(ResultSet result, int index) throws SQLException {
        return result.getObject(index);
    }
}
