// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.internal.rows;

import dev.rollback.testkit.internal.rows.Texts.Repertoire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL reads every value from text. */
final class PostgresProduct implements Product {
    private static final Set<String> PLAIN_ELEMENTS =
            Set.of("int2", "int4", "int8", "numeric", "float4", "float8", "text", "varchar", "bpchar");

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String columns() {
        return """
                WITH RECURSIVE base AS (
                    SELECT oid, oid AS base, -1 AS modifier, false AS required FROM pg_type WHERE typtype <> 'd'
                    UNION ALL
                    SELECT d.oid, b.base, CASE WHEN d.typtypmod = -1 THEN b.modifier ELSE d.typtypmod END,
                           d.typnotnull OR b.required
                    FROM pg_type d JOIN base b ON b.oid = d.typbasetype WHERE d.typtype = 'd')
                SELECT c.relname AS table_name, a.attname AS column_name,
                       CASE WHEN t.typtype = 'e' THEN 'enum' WHEN t.typcategory = 'A' THEN 'array' ELSE t.typname END AS type,
                       CASE WHEN m.modifier = -1 THEN 0
                            WHEN t.typname IN ('varchar', 'bpchar') THEN m.modifier - 4
                            WHEN t.typname = 'numeric' THEN ((m.modifier - 4) >> 16) & 65535
                            WHEN t.typname IN ('bit', 'varbit') THEN m.modifier
                            ELSE 0 END AS size,
                       CASE WHEN t.typname = 'numeric' AND m.modifier <> -1 THEN (m.modifier - 4) & 1023 ELSE 0 END AS scale,
                       coalesce((SELECT e.typname FROM pg_type e WHERE e.oid = t.typelem), '') AS detail,
                       NOT (a.attnotnull OR b.required) AS nullable,
                       a.attidentity <> '' OR a.attgenerated <> ''
                           OR coalesce(pg_get_expr(f.adbin, f.adrelid), '') LIKE 'nextval(%' AS given,
                       a.atthasdef AS defaulted
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN base b ON b.oid = a.atttypid
                JOIN pg_type t ON t.oid = b.base
                LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
                CROSS JOIN LATERAL (SELECT CASE WHEN a.atttypmod = -1 THEN b.modifier ELSE a.atttypmod END AS modifier) m
                WHERE n.nspname = ? AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND a.attnum > 0 AND NOT a.attisdropped
                ORDER BY c.relname, a.attnum
                """;
    }

    @Override
    public String keys() {
        return """
                SELECT c.relname AS table_name, i.indexrelid::regclass::text AS key_name, a.attname AS column_name,
                       i.indisprimary AS is_primary
                FROM pg_index i
                JOIN pg_class c ON c.oid = i.indrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                     AND (a.attnum = ANY (i.indkey) OR EXISTS (SELECT FROM pg_depend d
                          WHERE d.objid = i.indexrelid AND d.refobjid = c.oid AND d.refobjsubid = a.attnum))
                WHERE n.nspname = ? AND (i.indisunique OR i.indisexclusion)
                ORDER BY c.relname, i.indisprimary DESC, i.indexrelid, array_position(i.indkey::int2[], a.attnum)
                """;
    }

    @Override
    public String foreignKeys() {
        return """
                SELECT c.relname AS table_name, k.conname AS key_name, a.attname AS column_name,
                       rn.nspname AS parent_schema, r.relname AS parent_table, ra.attname AS parent_column
                FROM pg_constraint k
                JOIN pg_class c ON c.oid = k.conrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_class r ON r.oid = k.confrelid
                JOIN pg_namespace rn ON rn.oid = r.relnamespace
                CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u (own, other, place)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.own
                JOIN pg_attribute ra ON ra.attrelid = r.oid AND ra.attnum = u.other
                WHERE n.nspname = ? AND k.contype = 'f' AND k.conparentid = 0
                ORDER BY c.relname, k.conname, u.place
                """;
    }

    @Override
    public String rules() {
        return """
                WITH RECURSIVE here AS (
                    SELECT c.oid, c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE n.nspname = ?),
                domain AS (
                    SELECT oid, oid AS of FROM pg_type WHERE typtype = 'd'
                    UNION ALL
                    SELECT d.oid, b.of FROM pg_type d JOIN domain b ON b.oid = d.typbasetype WHERE d.typtype = 'd')
                SELECT h.relname AS table_name, '' AS column_name, pg_get_constraintdef(k.oid) AS rule
                FROM here h JOIN pg_constraint k ON k.conrelid = h.oid WHERE k.contype = 'c'
                UNION ALL
                SELECT h.relname, a.attname, pg_get_constraintdef(k.oid)
                FROM here h
                JOIN pg_attribute a ON a.attrelid = h.oid
                JOIN domain d ON d.oid = a.atttypid
                JOIN pg_constraint k ON k.contypid = d.of
                WHERE a.attnum > 0
                UNION ALL
                SELECT h.relname, '', pg_get_partkeydef(p.parentrelid) || ' ' || pg_get_expr(c.relpartbound, c.oid)
                FROM here h CROSS JOIN LATERAL pg_partition_tree(h.oid) p JOIN pg_class c ON c.oid = p.relid
                WHERE h.relkind = 'p' AND p.level > 0
                ORDER BY 1, 2, 3
                """;
    }

    @Override
    public String labels() {
        return """
                SELECT c.relname AS table_name, a.attname AS column_name, e.enumlabel AS label
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_type t ON t.oid = a.atttypid
                JOIN pg_enum e ON e.enumtypid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
                WHERE n.nspname = ? AND a.attnum > 0
                ORDER BY c.relname, a.attnum, e.enumsortorder
                """;
    }

    @Override
    public String definitions() {
        return """
                WITH here AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ?),
                relation AS (SELECT c.* FROM pg_class c JOIN here h ON h.oid = c.relnamespace)
                SELECT r.relname AS table_name, 'index ' || x.relname AS object, pg_get_indexdef(x.oid) AS definition
                FROM relation r JOIN pg_index i ON i.indrelid = r.oid JOIN pg_class x ON x.oid = i.indexrelid
                UNION ALL
                SELECT r.relname, 'constraint ' || k.conname, pg_get_constraintdef(k.oid)
                FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
                UNION ALL
                SELECT r.relname, 'trigger ' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
                FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
                UNION ALL
                SELECT '', 'view ' || r.relname, pg_get_viewdef(r.oid) FROM relation r WHERE r.relkind IN ('v', 'm')
                UNION ALL
                SELECT '', 'routine ' || p.oid::regprocedure, pg_get_functiondef(p.oid)
                FROM here h JOIN pg_proc p ON p.pronamespace = h.oid WHERE p.prokind IN ('f', 'p')
                UNION ALL
                SELECT '', 'sequence ' || r.relname, concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin,
                       s.seqmax, s.seqcycle)
                FROM relation r JOIN pg_sequence s ON s.seqrelid = r.oid
                UNION ALL
                SELECT '', 'type ' || t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
                FROM here h JOIN pg_type t ON t.typnamespace = h.oid JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname
                UNION ALL
                SELECT r.relname, 'comment ' || coalesce(a.attname, 'of the table'), d.description
                FROM relation r JOIN pg_description d ON d.objoid = r.oid AND d.classoid = 'pg_class'::regclass
                LEFT JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.objsubid AND d.objsubid > 0
                UNION ALL
                SELECT r.relname, 'relation ' || r.relname, concat_ws(' ', r.relkind::text, r.relrowsecurity, r.reloptions::text,
                       pg_get_userbyid(r.relowner), r.relacl::text, pg_get_expr(r.relpartbound, r.oid),
                       CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END)
                FROM relation r WHERE r.relkind IN ('r', 'p', 'v', 'm')
                ORDER BY 1, 2, 3
                """;
    }

    @Override
    public @Nullable Choices choices(Column column) {
        return switch (column.type()) {
            case "int2" -> Numbers.integers(16, true);
            case "int4" -> Numbers.integers(32, true);
            case "int8" -> Numbers.integers(64, true);
            case "oid" -> Numbers.integers(32, false);
            case "numeric" -> Numbers.decimals(column.size(), column.scale());
            case "float4" -> Numbers.floats("-3.4e38", "3.4e38");
            case "float8" -> Numbers.floats("-1.7976931348623157e308", "1.7976931348623157e308");
            case "money" -> Choices.of("-92233720368547758.08", "1", "92233720368547758.07");
            case "bool" -> Choices.of("true", "false");
            case "varchar", "bpchar", "text", "citext" -> Texts.characters(column.size(), Repertoire.ALL);
            case "char" -> Texts.characters(1, Repertoire.ASCII);
            case "name" -> Texts.characters(20, Repertoire.ASCII);
            case "bytea" -> Texts.bytes(0);
            case "date" -> Times.dates("4713-01-01 BC", "5874897-12-31");
            case "time" -> Times.times("00:00:00", "24:00:00", "");
            case "timetz" -> Times.times("00:00:00", "24:00:00", "+02");
            case "timestamp" -> Times.timestamps("4713-01-01 00:00:00 BC", "294276-12-31 23:59:59.999999", "");
            case "timestamptz" ->
                Times.timestamps("4713-01-01 00:00:00+00 BC", "294276-12-31 23:59:59.999999+00", "+00");
            case "interval" -> Choices.of("-178000000 years", "1 day", "1 mon 2 days 03:04:05.678", "178000000 years");
            case "uuid" -> Texts.uuids();
            case "json", "jsonb" -> Texts.json("?");
            case "xml" -> Choices.of("<a/>", "<b>é</b>");
            case "inet" -> Choices.of("0.0.0.0", "10.0.0.1/8", "ffff::1");
            case "cidr" -> Choices.of("0.0.0.0/0", "10.0.0.0/8", "ffff::/16");
            case "macaddr" -> Choices.of("00:00:00:00:00:00", "08:00:2b:01:02:03");
            case "bit" -> bits(Math.max(1, column.size()));
            case "varbit" -> Choices.of("", "1", "10110");
            case "point" -> Choices.of("(0,0)", "(1.5,-2)");
            case "line" -> Choices.of("{1,2,3}");
            case "lseg" -> Choices.of("[(0,0),(1,1)]");
            case "box" -> Choices.of("(1,1),(0,0)");
            case "path" -> Choices.of("[(0,0),(1,1)]");
            case "polygon" -> Choices.of("((0,0),(1,1),(1,0))");
            case "circle" -> Choices.of("<(0,0),1>");
            case "tsvector" -> Choices.of("", "'a':1 'b':2");
            case "tsquery" -> Choices.of("'a'", "'a' & 'b'");
            case "hstore" -> Choices.of("", "\"a\"=>\"1\"");
            case "ltree" -> Choices.of("a", "a.b");
            case "int4range", "int8range", "numrange" -> Choices.of("empty", "[1,2)", "(,)");
            case "daterange" -> Choices.of("empty", "[2020-01-01,2020-02-01)", "(,)");
            case "tsrange", "tstzrange" ->
                Choices.of("empty", "[\"2020-01-01 00:00:00\",\"2020-02-01 00:00:00\")", "(,)");
            case "array" ->
                PLAIN_ELEMENTS.contains(column.detail()) ? Choices.of("{}", "{1}", "{1,NULL,2}") : Choices.of("{}");
            case "enum" ->
                column.labels().isEmpty() ? null : Choices.of(column.labels().toArray());
            default -> null;
        };
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        String text = value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : String.valueOf(value);
        statement.setObject(index, text, Types.OTHER);
    }

    @Override
    public @Nullable Object read(ResultSet result, int index) throws SQLException {
        return result.getString(index);
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
        }
    }

    private static Choices bits(long size) {
        return Choices.ofValues(List.of(Value.of("0".repeat((int) size)), Value.of("1".repeat((int) size))));
    }
}
