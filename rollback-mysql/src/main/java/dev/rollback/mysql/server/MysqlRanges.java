// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.server;

import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Queries;
import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Server.Range;
import dev.rollback.dialect.Server.Size;
import dev.rollback.mysql.catalog.MysqlNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Splits a table by its primary key. Each boundary is found by a step through the key from the last one. The first range has no
 * beginning and the last one no end: no row is left out. A table without a primary key that can be split is one range.
 */
final class MysqlRanges {
    private static final int MOST = 2000;
    private static final Set<String> NUMBERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal");
    private static final Set<String> BYTES = Set.of("binary", "varbinary");
    /** Compared with a text, they are ordered as the index orders them. */
    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "date", "datetime", "timestamp", "time", "uuid", "inet4", "inet6");

    private record KeyColumn(String name, String type, boolean prefix) {
        boolean canSplit() {
            return !prefix && (NUMBERS.contains(type) || BYTES.contains(type) || TEXTS.contains(type));
        }

        /** What the server is asked for. */
        String expression() {
            String column = "c." + quote(name);
            if (BYTES.contains(type)) {
                return "hex(" + column + ")";
            }
            return NUMBERS.contains(type) ? column : "CAST(" + column + " AS CHAR CHARACTER SET utf8mb4)";
        }

        /** A literal of what the server answered. */
        String literal(String value) {
            if (BYTES.contains(type)) {
                return "x'" + value + "'";
            }
            return NUMBERS.contains(type) ? value : MysqlNames.literal(value);
        }
    }

    private final Connection connection;
    private final String source;
    private final List<KeyColumn> key;

    private MysqlRanges(Connection connection, Relation relation) throws SQLException {
        this.connection = connection;
        this.source = quote(relation);
        this.key = Queries.list(
                connection,
                MysqlServerQueries.KEY,
                List.of(relation.schema(), relation.name()),
                row -> new KeyColumn(row.getString("name"), row.getString("type"), row.getBoolean("prefix")));
    }

    static List<Range> of(Connection connection, Relation relation, Size size, long rowsPerRange) throws SQLException {
        return new MysqlRanges(connection, relation).split(size.rows(), rowsPerRange);
    }

    private List<Range> split(long rows, long rowsPerRange) throws SQLException {
        long step = Math.max(rowsPerRange, rows / MOST + 1);
        List<Range> ranges = new ArrayList<>();
        if (key.isEmpty() || !key.stream().allMatch(KeyColumn::canSplit)) {
            return List.of(new Range(source, "true", rows));
        }
        List<String> from = List.of();
        List<String> to = next(from, step);
        while (!to.isEmpty() && ranges.size() < MOST) {
            ranges.add(new Range(source, condition(from, to), step));
            from = to;
            to = next(from, step);
        }
        ranges.add(new Range(source, condition(from, List.of()), Math.max(0, rows - step * ranges.size())));
        return List.copyOf(ranges);
    }

    /** The key of the row that is a number of rows after another one; empty when there are fewer rows. */
    private List<String> next(List<String> from, long step) throws SQLException {
        String columns = key.stream().map(KeyColumn::expression).collect(Collectors.joining(", "));
        String order = key.stream().map(k -> "c." + quote(k.name())).collect(Collectors.joining(", "));
        String sql = "SELECT " + columns + " FROM " + source + " c FORCE INDEX (PRIMARY) WHERE "
                + condition(from, List.of()) + " ORDER BY " + order + " LIMIT 1 OFFSET " + (step - 1);
        return Queries.list(connection, sql, List.of(), row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= key.size(); i++) {
                        values.add(key.get(i - 1).literal(row.getString(i)));
                    }
                    return values;
                })
                .stream()
                .findFirst()
                .orElse(List.of());
    }

    /** After one key, and up to and with another one. */
    private String condition(List<String> after, List<String> upTo) {
        List<String> conditions = new ArrayList<>();
        if (!after.isEmpty()) {
            conditions.add(compared(after, 0, ">", ">"));
        }
        if (!upTo.isEmpty()) {
            conditions.add(compared(upTo, 0, "<", "<="));
        }
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** Spelled out, as the server finds no range for a comparison of several columns at once. */
    private String compared(List<String> values, int column, String operator, String last) {
        String name = "c." + quote(key.get(column).name());
        String value = values.get(column);
        if (column == key.size() - 1) {
            return name + " " + last + " " + value;
        }
        return "(" + name + " " + operator + " " + value + " OR " + name + " = " + value + " AND "
                + compared(values, column + 1, operator, last) + ")";
    }
}
