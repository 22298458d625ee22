// SPDX-License-Identifier: Apache-2.0
package dev.rollback.postgres.rows;

import static dev.rollback.postgres.names.PostgresNames.quote;
import static dev.rollback.postgres.rows.PostgresRows.and;
import static dev.rollback.postgres.rows.PostgresRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.dialect.RowSql;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Table;
import dev.rollback.postgres.names.PostgresIdentifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements about rows. All are set-based; values of users' types are kept as text, so that no backup needs their types. */
public final class PostgresRowSql implements RowSql {
    /** Constants, and the numbers of types, in which parentheses call no function. */
    private static final Pattern NO_CALL = Pattern.compile("'(?:[^']|'')*'|::[\\w .\"\\[\\]]+\\([0-9,]+\\)");

    private static final Pattern CALL = Pattern.compile("[\\w\"]\\s*\\(");

    @Override
    public List<String> save(Table table, List<List<String>> keys, Relation live, Relation copy) {
        String columns = table.storedColumns().stream()
                .map(c -> column("c", c.name()) + independent(c))
                .collect(Collectors.joining(", "));
        return List.of(
                "CREATE TABLE " + quote(copy) + " AS SELECT " + (columns.isEmpty() ? "true AS rollback_row" : columns)
                        + "\nFROM " + quote(live) + " c",
                "ANALYZE " + quote(copy));
    }

    @Override
    public List<String> removeOverflow(Table table, Relation overflow, String backupSchema) {
        return List.of(
                "WITH gone AS (\nDELETE FROM " + quote(overflow) + " c\nRETURNING "
                        + PostgresIdentifiers.literal("no partition for it") + " AS reason, '' AS row_key,"
                        + " to_jsonb(c.*) AS row_data\n)\n"
                        + PostgresRows.quarantine(backupSchema, table.id(), "gone"),
                "DROP TABLE " + quote(overflow));
    }

    @Override
    public String restorePartition(Table root, Relation saved, Relation partition) {
        List<Column> columns = root.storedColumns();
        String names = PostgresRows.names(columns.stream().map(Column::name).toList());
        String values = columns.stream()
                .map(c -> PostgresRows.unstored(column("b", c.name()), c) + " AS " + quote(c.name()))
                .collect(Collectors.joining(", "));
        String insert = "INSERT INTO " + quote(partition) + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT " + names
                + " FROM (SELECT " + values + " FROM " + quote(saved) + " b) s WHERE ";
        String name = PostgresIdentifiers.literal(quote(partition)) + "::regclass";
        return PostgresIdentifiers.block("BEGIN\n  IF NOT EXISTS (SELECT FROM " + quote(partition)
                + ") THEN\n    EXECUTE " + PostgresIdentifiers.literal(insert) + " || pg_get_partition_constraintdef("
                + name + ");\n  END IF;\nEND");
    }

    /** What makes a stored value independent of the users' types and collations. */
    private static String independent(Column column) {
        if (column.userType()) {
            return "::text COLLATE pg_catalog.\"default\" AS " + quote(column.name());
        }
        String collation = column.collation();
        return collation == null || collation.startsWith("pg_catalog.")
                ? ""
                : " COLLATE pg_catalog.\"default\" AS " + quote(column.name());
    }

    @Override
    public String restore(Table table, Relation saved, Relation target) {
        List<Column> columns = table.storedColumns();
        String names = PostgresRows.names(columns.stream().map(Column::name).toList());
        String values = columns.stream()
                .map(c -> PostgresRows.unstored(column("b", c.name()), c))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + quote(target) + (columns.isEmpty() ? "" : " (" + names + ")\nOVERRIDING SYSTEM VALUE")
                + "\nSELECT " + values + "\nFROM " + quote(saved) + " b";
    }

    @Override
    public String checksum(Relation relation, List<Column> columns) {
        if (columns.isEmpty()) {
            return "SELECT count(*) AS rows, '' AS checksum FROM " + quote(relation);
        }
        String values =
                columns.stream().map(c -> column("c", c.name()) + "::text").collect(Collectors.joining(", "));
        return """
                SELECT count(*) AS rows,
                       mod(coalesce(sum(h.one), 0), 18446744073709551616)
                           || ' ' || to_hex(coalesce(bit_xor(h.other), 0)) AS checksum
                FROM (SELECT hashtextextended(t.row, 0) AS one, hashtextextended(t.row, 1) AS other
                      FROM (SELECT ROW(%s)::text COLLATE "C" AS row FROM %s c) t) h""".formatted(values, quote(relation));
    }

    @Override
    public String count(Relation relation) {
        return "SELECT count(*) AS rows FROM " + quote(relation);
    }

    @Override
    public String nulls(Relation relation, List<Column> columns) {
        return count(relation)
                + columns.stream()
                        .map(c -> quote(c.name()) + " IS NULL")
                        .collect(Collectors.joining(" OR ", " WHERE ", ""));
    }

    @Override
    public List<String> merge(RowMerge merge, String backupSchema) {
        return List.of(new PostgresMergeSql(merge).merge(backupSchema));
    }

    @Override
    public List<String> survivors(RowMerge merge, Relation keys) {
        return PostgresDeleted.survivors(merge, keys);
    }

    @Override
    public List<String> restoreDeleted(RowMerge merge, Relation survivors) {
        return PostgresDeleted.restore(merge, survivors);
    }

    @Override
    public String deletedByMigration(RowMerge merge, Relation survivors) {
        return PostgresDeleted.count(merge, survivors);
    }

    @Override
    public List<String> keyMap(RowMerge merge, ColumnRule oldKey, Column liveKey, Relation map) {
        RowMerge one = merge.withRules(List.of(oldKey));
        return List.of(
                "CREATE TABLE " + quote(map) + " AS " + new PostgresMergeSql(one).keys(liveKey),
                "ANALYZE " + quote(map));
    }

    @Override
    public String mergeMisfits(RowMerge merge) {
        return new PostgresMergeSql(merge).misfits();
    }

    @Override
    public Optional<String> narrowed(RowMerge merge, ColumnRule rule) {
        return new PostgresMergeSql(merge).narrowed(rule);
    }

    @Override
    public String valuesWritten(Table table, Relation live, Column column, List<String> key, String byMigration) {
        if (column.isGenerated()) {
            return "SELECT 0::bigint AS rows, '' AS sample";
        }
        List<String> conditions = new ArrayList<>();
        String value = column("c", column.name());
        conditions.add(PostgresRows.isNotNull(value, column));
        String given = column.defaultValue();
        if (given != null
                && !CALL.matcher(NO_CALL.matcher(given).replaceAll("")).find()) {
            conditions.add(PostgresRows.differs(value, "(" + given + ")::" + column.type(), column));
        }
        conditions.add("NOT (" + byMigration + ")");
        return PostgresRows.rowsAndSample("FROM " + quote(live) + " c\nWHERE " + and(conditions), key);
    }

    @Override
    public String rowsWritten(Relation live, List<String> key, String byMigration) {
        return PostgresRows.rowsAndSample("FROM " + quote(live) + " c\nWHERE NOT (" + byMigration + ")", key);
    }

    @Override
    public String rewritten(RowMerge merge) {
        return new PostgresChangeSql(merge).rewritten();
    }

    @Override
    public String changed(RowMerge merge) {
        return new PostgresChangeSql(merge).changed();
    }

    @Override
    public String carried(RowMerge merge, ColumnRule rule) {
        return new PostgresChangeSql(merge).carried(rule);
    }

    @Override
    public boolean sameFamily(Column one, Column other) {
        return PostgresExactness.sameFamily(one, other);
    }

    @Override
    public String seeded(RowMerge merge, List<RowReference> referencedBy) {
        return new PostgresChangeSql(merge).seeded(referencedBy);
    }

    @Override
    public List<String> restoreValues(RowMerge merge, String backupSchema) {
        return new PostgresChangeSql(merge).restoreValues(backupSchema);
    }

    @Override
    public List<String> removeSeeded(RowMerge merge, List<RowReference> referencedBy, String backupSchema) {
        return new PostgresChangeSql(merge).removeSeeded(referencedBy, backupSchema);
    }

    @Override
    public List<String> removeViolating(Violation violation, String backupSchema) {
        return new PostgresViolationSql(violation).remove(backupSchema);
    }

    @Override
    public Optional<String> violating(Violation violation) {
        return new PostgresViolationSql(violation).count();
    }

    @Override
    public List<String> withoutTriggers(List<Relation> relations, List<String> statements) {
        return PostgresTriggersOff.around(relations, statements);
    }

    @Override
    public String orphans(Constraint foreignKey, Relation child, Relation parent) {
        return "SELECT count(*) AS rows\nFROM " + quote(child) + " c\nWHERE "
                + PostgresViolationSql.isMissing(foreignKey, parent);
    }

    @Override
    public String compare(Relation left, Relation right, List<Column> key, List<Column> columns) {
        String on = key.isEmpty()
                ? "false"
                : and(key.stream()
                        .map(c -> PostgresRows.keyEquals(column("l", c.name()), column("r", c.name()), c))
                        .toList());
        String same = and(columns.stream()
                .map(c -> PostgresRows.same(column("l", c.name()), column("r", c.name()), c))
                .toList());
        return "SELECT count(*) AS rows, count(*) FILTER (WHERE " + same + ") AS same\nFROM " + quote(left) + " l JOIN "
                + quote(right) + " r ON " + on;
    }
}
