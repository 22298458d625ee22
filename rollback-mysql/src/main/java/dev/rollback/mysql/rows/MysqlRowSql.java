// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.quote;
import static dev.rollback.mysql.rows.MysqlRows.and;
import static dev.rollback.mysql.rows.MysqlRows.column;

import dev.rollback.dialect.ColumnRule;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.RowMerge;
import dev.rollback.dialect.RowReference;
import dev.rollback.dialect.RowSql;
import dev.rollback.dialect.SqlTokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.Table;
import dev.rollback.mysql.catalog.MysqlColumnClause;
import dev.rollback.mysql.catalog.MysqlNames;
import dev.rollback.mysql.catalog.MysqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements about rows. All are set-based. They count on the session of the dialect: strict, in UTC, without values made of 0.
 */
public final class MysqlRowSql implements RowSql {
    /** Constants, in which parentheses call no function. */
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'", Pattern.DOTALL);

    /** An empty one: no statement here both reads a moment of the past and writes. */
    @Override
    public List<String> save(Table table, List<List<String>> keys, Relation live, Relation copy) {
        List<Column> columns = table.storedColumns();
        String values = columns.isEmpty()
                ? "true AS rollback_row"
                : columns.stream().map(c -> column("c", c.name())).collect(Collectors.joining(", "));
        String indexes = indexes(table, keys);
        return List.of("CREATE TABLE " + quote(copy) + (indexes.isEmpty() ? "" : " (" + indexes + ")")
                + " ENGINE = InnoDB AS SELECT " + values + "\nFROM " + quote(live) + " c\nWHERE false");
    }

    /** The same with the columns as the table is described, whatever the live one has become. */
    public static List<String> emptyCopy(Table table, List<List<String>> keys, Relation copy) {
        String columns = MysqlColumns.of(table).storedColumns().stream()
                .map(c -> new Column(
                        c.name(), c.type(), c.userType(), c.nullable(), null, null, null, c.collation(), "", 0))
                .map(MysqlColumnClause::of)
                .collect(Collectors.joining(", "));
        String indexes = indexes(table, keys);
        return List.of("CREATE TABLE " + quote(copy) + " (" + (columns.isEmpty() ? "rollback_row boolean" : columns)
                + (indexes.isEmpty() ? "" : ", " + indexes) + ") ENGINE = InnoDB");
    }

    private static String indexes(Table table, List<List<String>> keys) {
        return keys.stream()
                .map(names -> MysqlRows.columns(table, names))
                .filter(key -> key.stream().allMatch(MysqlKeys::canBeIndexed))
                .map(key -> "INDEX ("
                        + MysqlRows.names(key.stream().map(Column::name).toList()) + ")")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String restore(Table table, Relation saved, Relation target) {
        List<String> columns = table.storedColumns().stream().map(Column::name).toList();
        String values = columns.stream().map(c -> column("b", c)).collect(Collectors.joining(", "));
        return "INSERT INTO " + quote(target) + " (" + MysqlRows.names(columns) + ")\nSELECT "
                + (values.isEmpty() ? "DEFAULT" : values) + "\nFROM " + quote(saved) + " b";
    }

    @Override
    public String checksum(Relation relation, List<Column> columns) {
        return checksum(quote(relation) + " c", columns);
    }

    /** The same over what follows FROM, where the rows have the alias c. */
    public static String checksum(String from, List<Column> columns) {
        if (columns.isEmpty()) {
            return "SELECT COUNT(*) AS `rows`, '' AS checksum FROM " + from;
        }
        // a value that cannot be read makes a checksum that is never the same again; LIMIT lets each hash be computed
        // once
        return """
                SELECT COUNT(*) AS `rows`,
                       IF(COUNT(*) = COUNT(t.h),
                          CONCAT(COALESCE(SUM(CAST(CONV(LEFT(t.h, 15), 16, 10) AS UNSIGNED)), 0), ' ',
                                 COALESCE(SUM(CAST(CONV(SUBSTR(t.h, 16, 15), 16, 10) AS UNSIGNED)), 0)),
                          CONCAT('unreadable ', UUID())) AS checksum
                FROM (SELECT %s AS h FROM %s LIMIT 18446744073709551615) t""".formatted(MysqlRows.hexHash("c", columns), from);
    }

    /** Whether all these columns together can be found by an index. */
    public static boolean canBeIndexed(List<Column> key) {
        return key.stream().allMatch(MysqlKeys::canBeIndexed);
    }

    @Override
    public String count(Relation relation) {
        return "SELECT COUNT(*) AS `rows` FROM " + quote(relation);
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
        return new MysqlMergeSql(merge).merge(backupSchema);
    }

    @Override
    public List<String> survivors(RowMerge merge, Relation keys) {
        return MysqlDeleted.survivors(MysqlColumns.resolved(merge), keys);
    }

    @Override
    public List<String> restoreDeleted(RowMerge merge, Relation survivors) {
        return MysqlDeleted.restore(MysqlColumns.resolved(merge), survivors);
    }

    @Override
    public String deletedByMigration(RowMerge merge, Relation survivors) {
        return MysqlDeleted.count(MysqlColumns.resolved(merge), survivors);
    }

    @Override
    public List<String> keyMap(RowMerge merge, ColumnRule oldKey, Column liveKey, Relation map) {
        RowMerge one = merge.withRules(List.of(oldKey));
        String index = MysqlKeys.canBeIndexed(liveKey) ? " (INDEX (`live`))" : "";
        return List.of("CREATE TABLE " + quote(map) + index + " AS " + new MysqlMergeSql(one).keys(liveKey));
    }

    @Override
    public String mergeMisfits(RowMerge merge) {
        return new MysqlMergeSql(merge).misfits();
    }

    @Override
    public Optional<String> narrowed(RowMerge merge, ColumnRule rule) {
        return new MysqlMergeSql(merge).narrowed(rule);
    }

    @Override
    public String valuesWritten(Table table, Relation live, Column column, List<String> key, String byMigration) {
        if (column.isGenerated()) {
            return MysqlRows.NONE;
        }
        List<String> conditions = new ArrayList<>();
        String value = column("c", column.name());
        conditions.add(value + " IS NOT NULL");
        String given = column.defaultValue();
        if (given != null && (isConstant(given) || isOfColumns(given, table))) {
            conditions.add(MysqlRows.differs(value, MysqlText.byDefault(given, column), column));
        }
        conditions.add("NOT (" + byMigration + ")");
        return MysqlRows.rowsAndSample(
                "FROM " + quote(live) + " c\nWHERE " + and(conditions), MysqlRows.columns(table, key));
    }

    private static boolean isConstant(String given) {
        String code = TEXT.matcher(given).replaceAll("''");
        return MysqlTokens.of(code).stream().noneMatch(SqlTokens.Token::isGroup)
                && !code.toUpperCase(java.util.Locale.ROOT).startsWith("CURRENT_");
    }

    /** Whether each row of the table tells by its columns what the value would be. */
    private static boolean isOfColumns(String given, Table table) {
        List<String> names = MysqlNames.within(given);
        return !names.isEmpty()
                && !given.contains("nextval(")
                && names.stream().allMatch(n -> table.column(n).isPresent());
    }

    @Override
    public String rowsWritten(Relation live, List<String> key, String byMigration) {
        return MysqlRows.rowsAndSampleOf("FROM " + quote(live) + " c\nWHERE NOT (" + byMigration + ")", key);
    }

    @Override
    public String rewritten(RowMerge merge) {
        return new MysqlChangeSql(merge).rewritten();
    }

    @Override
    public String changed(RowMerge merge) {
        return new MysqlChangeSql(merge).changed();
    }

    @Override
    public String carried(RowMerge merge, ColumnRule rule) {
        return new MysqlChangeSql(merge).carried(rule);
    }

    @Override
    public boolean sameFamily(Column one, Column other) {
        return MysqlExactness.sameFamily(one, other);
    }

    @Override
    public boolean sameName(Column one, Column other) {
        return one.name().equalsIgnoreCase(other.name());
    }

    @Override
    public String seeded(RowMerge merge, List<RowReference> referencedBy) {
        return new MysqlChangeSql(merge).seeded(referencedBy);
    }

    @Override
    public List<String> restoreValues(RowMerge merge, String backupSchema) {
        return new MysqlChangeSql(merge).restoreValues(backupSchema);
    }

    @Override
    public List<String> removeSeeded(RowMerge merge, List<RowReference> referencedBy, String backupSchema) {
        return new MysqlChangeSql(merge).removeSeeded(referencedBy, backupSchema);
    }

    @Override
    public List<String> removeViolating(Violation violation, String backupSchema) {
        return new MysqlViolationSql(violation).remove(backupSchema);
    }

    @Override
    public Optional<String> violating(Violation violation) {
        return new MysqlViolationSql(violation).count();
    }

    /** MariaDB keeps it among a column's attributes, and does not look at the rows when it gets one. */
    @Override
    public Optional<String> check(Column column) {
        List<SqlTokens.Token> words = MysqlTokens.of(column.attributes());
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).is("CHECK") && words.get(i + 1).isGroup()) {
                return Optional.of("CHECK " + words.get(i + 1).text());
            }
        }
        return Optional.empty();
    }

    /** Partitions are no relations here, so there is no overflow of them either. */
    @Override
    public List<String> removeOverflow(Table table, Relation overflow, String backupSchema) {
        return List.of();
    }

    /** Partitions are no relations here; a dropped one's rows come back as deleted rows do. */
    @Override
    public String restorePartition(Table root, Relation saved, Relation partition) {
        return "DO 0";
    }

    /** Triggers cannot be switched off here; a run drops them before its rows move and makes them again at its end. */
    @Override
    public List<String> withoutTriggers(List<Relation> relations, List<String> statements) {
        return statements;
    }

    @Override
    public String orphans(Constraint foreignKey, Relation child, Relation parent) {
        return "SELECT COUNT(*) AS `rows`\nFROM " + quote(child) + " c\nWHERE "
                + MysqlViolationSql.isMissing(foreignKey, parent);
    }

    @Override
    public String compare(Relation left, Relation right, List<Column> key, List<Column> columns) {
        String on = key.isEmpty()
                ? "false"
                : and(key.stream()
                        .map(c -> MysqlRows.keyEquals(column("l", c.name()), column("r", c.name()), c))
                        .toList());
        String same = and(columns.stream()
                .map(c -> MysqlRows.same(column("l", c.name()), column("r", c.name()), c))
                .toList());
        return "SELECT COUNT(*) AS `rows`, COALESCE(SUM(CASE WHEN " + same + " THEN 1 ELSE 0 END), 0) AS same\nFROM "
                + quote(left) + " l JOIN " + quote(right) + " r ON " + on;
    }
}
