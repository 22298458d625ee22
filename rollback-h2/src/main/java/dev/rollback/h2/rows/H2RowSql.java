// SPDX-License-Identifier: Apache-2.0
package dev.rollback.h2.rows;

import static dev.rollback.h2.catalog.H2Names.quote;
import static dev.rollback.h2.rows.H2Rows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.dialect.RowSql;
import dev.rollback.h2.catalog.H2Names;
import dev.rollback.h2.catalog.H2Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements about rows. All are set-based. They count on the session of the dialect, which is in UTC. */
public final class H2RowSql implements RowSql {
    /** The writer needs no settings. */
    public H2RowSql() {}

    /** An empty one, with the types of the columns as they are. */
    @Override
    public List<String> save(Table table, List<List<String>> keys, Relation live, Relation copy) {
        return emptyCopy(table, keys, copy);
    }

    /** A relation for the stored columns of a table, whatever the live one has become. */
    public static List<String> emptyCopy(Table table, List<List<String>> keys, Relation copy) {
        String columns = table.storedColumns().stream()
                .map(c -> quote(c.name()) + " " + c.type())
                .collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        statements.add(
                "CREATE TABLE " + quote(copy) + " (" + (columns.isEmpty() ? "rollback_row BOOLEAN" : columns) + ")");
        keys.stream()
                .distinct()
                .filter(key -> key.stream()
                        .allMatch(n -> table.column(n)
                                .filter(c -> H2ValueType.of(c).isIndexable())
                                .isPresent()))
                .forEach(key -> statements.add("CREATE INDEX ON " + quote(copy) + " (" + H2Rows.names(key) + ")"));
        return statements;
    }

    @Override
    public String restore(Table table, Relation saved, Relation target) {
        List<String> columns = table.storedColumns().stream().map(Column::name).toList();
        if (columns.isEmpty()) {
            return "INSERT INTO " + quote(target) + " () SELECT FROM " + quote(saved);
        }
        return "INSERT INTO " + quote(target) + " (" + H2Rows.names(columns) + ")\nOVERRIDING SYSTEM VALUE\nSELECT "
                + columns.stream().map(c -> column("b", c)).collect(Collectors.joining(", ")) + "\nFROM "
                + quote(saved) + " b";
    }

    @Override
    public String checksum(Relation relation, List<Column> columns) {
        if (columns.isEmpty()) {
            return "SELECT COUNT(*) AS \"rows\", '' AS \"checksum\" FROM " + quote(relation);
        }
        return """
                SELECT COUNT(*) AS "rows",
                       COALESCE(SUM(CAST(X'00' || SUBSTRING(t.h FROM 1 FOR 7) AS BIGINT)), 0) || ' '
                         || COALESCE(SUM(CAST(X'00' || SUBSTRING(t.h FROM 8 FOR 7) AS BIGINT)), 0) AS "checksum"
                FROM (SELECT %s AS h FROM %s c) t""".formatted(H2Rows.hash("c", columns), quote(relation));
    }

    @Override
    public String count(Relation relation) {
        return "SELECT COUNT(*) AS \"rows\" FROM " + quote(relation);
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
        return new H2MergeSql(merge).merge(backupSchema);
    }

    @Override
    public List<String> survivors(RowMerge merge, Relation keys) {
        return H2Deleted.survivors(merge, keys);
    }

    @Override
    public List<String> restoreDeleted(RowMerge merge, Relation survivors) {
        return H2Deleted.restore(merge, survivors);
    }

    @Override
    public String deletedByMigration(RowMerge merge, Relation survivors) {
        return H2Deleted.count(merge, survivors);
    }

    @Override
    public List<String> keyMap(RowMerge merge, ColumnRule oldKey, Column liveKey, Relation map) {
        RowMerge one = merge.withRules(List.of(oldKey));
        String create = "CREATE TABLE " + quote(map) + " AS " + new H2MergeSql(one).keys(liveKey);
        return H2ValueType.of(liveKey).isIndexable()
                ? List.of(create, "CREATE INDEX ON " + quote(map) + " (live)")
                : List.of(create);
    }

    @Override
    public String mergeMisfits(RowMerge merge) {
        return new H2MergeSql(merge).misfits();
    }

    @Override
    public Optional<String> narrowed(RowMerge merge, ColumnRule rule) {
        return new H2MergeSql(merge).narrowed(rule);
    }

    @Override
    public String valuesWritten(Table table, Relation live, Column column, List<String> key, String byMigration) {
        if (column.isGenerated()) {
            return H2Rows.NONE;
        }
        List<String> conditions = new ArrayList<>();
        String value = column("c", column.name());
        conditions.add(value + " IS NOT NULL");
        String given = column.defaultValue();
        if (given != null && isConstant(given)) {
            conditions.add(H2Rows.differs(value, "CAST(" + given + " AS " + column.type() + ")", column));
        }
        conditions.add("NOT (" + byMigration + ")");
        return H2Rows.rowsAndSample(
                "FROM " + quote(live) + " c\nWHERE " + H2Rows.and(conditions), H2Rows.columns(table, key));
    }

    private static boolean isConstant(String given) {
        String upper = given.toUpperCase(Locale.ROOT);
        return H2Tokens.of(given).stream().noneMatch(t -> t.isGroup() || H2Names.isQuoted(t.text()))
                && !upper.startsWith("CURRENT_")
                && !upper.startsWith("LOCALTIME")
                && !upper.startsWith("NEXT VALUE");
    }

    @Override
    public String rowsWritten(Relation live, List<String> key, String byMigration) {
        return H2Rows.rowsAndSampleOf("FROM " + quote(live) + " c\nWHERE NOT (" + byMigration + ")", key);
    }

    @Override
    public String rewritten(RowMerge merge) {
        return new H2ChangeSql(merge).rewritten();
    }

    @Override
    public String changed(RowMerge merge) {
        return new H2ChangeSql(merge).changed();
    }

    @Override
    public String carried(RowMerge merge, ColumnRule rule) {
        return new H2ChangeSql(merge).carried(rule);
    }

    @Override
    public boolean sameFamily(Column one, Column other) {
        return H2Conversions.sameFamily(one, other);
    }

    @Override
    public String seeded(RowMerge merge, List<RowReference> referencedBy) {
        return new H2ChangeSql(merge).seeded(referencedBy);
    }

    @Override
    public List<String> restoreValues(RowMerge merge, String backupSchema) {
        return new H2ChangeSql(merge).restoreValues(backupSchema);
    }

    @Override
    public List<String> removeSeeded(RowMerge merge, List<RowReference> referencedBy, String backupSchema) {
        return new H2ChangeSql(merge).removeSeeded(referencedBy, backupSchema);
    }

    @Override
    public List<String> removeViolating(Violation violation, String backupSchema) {
        return new H2ViolationSql(violation).remove(backupSchema);
    }

    @Override
    public Optional<String> violating(Violation violation) {
        return new H2ViolationSql(violation).count();
    }

    /** Nothing: there are no partitions. */
    @Override
    public List<String> removeOverflow(Table table, Relation overflow, String backupSchema) {
        return List.of();
    }

    /** Nothing: there are no partitions. */
    @Override
    public String restorePartition(Table root, Relation saved, Relation partition) {
        throw new IllegalArgumentException("there are no partitions: " + partition);
    }

    /** Triggers cannot be switched off here; a run drops them before its rows move and makes them again at its end. */
    @Override
    public List<String> withoutTriggers(List<Relation> relations, List<String> statements) {
        return statements;
    }

    @Override
    public String orphans(Constraint foreignKey, Relation child, Relation parent) {
        return "SELECT COUNT(*) AS \"rows\"\nFROM " + quote(child) + " c\nWHERE "
                + H2ViolationSql.isMissing(foreignKey, parent);
    }

    @Override
    public String compare(Relation left, Relation right, List<Column> key, List<Column> columns) {
        String on = key.isEmpty()
                ? "FALSE"
                : H2Rows.and(key.stream()
                        .map(c -> H2Rows.keyEquals(column("l", c.name()), column("r", c.name()), c))
                        .toList());
        String same = H2Rows.and(columns.stream()
                .map(c -> H2Rows.same(column("l", c.name()), column("r", c.name()), c))
                .toList());
        return "SELECT COUNT(*) AS \"rows\", COALESCE(SUM(CASE WHEN " + same
                + " THEN 1 ELSE 0 END), 0) AS \"same\"\nFROM " + quote(left) + " l JOIN " + quote(right) + " r ON "
                + on;
    }
}
