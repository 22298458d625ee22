// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql.rows;

import static dev.rollback.mysql.catalog.MysqlNames.literal;
import static dev.rollback.mysql.catalog.MysqlNames.quote;

import dev.rollback.dialect.Relation;
import dev.rollback.dialect.Tokens;
import dev.rollback.model.Column;
import dev.rollback.model.Constraint;
import dev.rollback.model.ObjectId;
import dev.rollback.model.Table;
import dev.rollback.mysql.rows.MysqlValueType.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of statements about rows. The rows in question have the alias c. */
final class MysqlRows {
    /** A query of nothing. */
    static final String NONE = "SELECT 0 AS `rows`, '' AS sample";

    private MysqlRows() {}

    static String column(String alias, String name) {
        return alias + "." + quote(name);
    }

    static String names(Collection<String> names) {
        return names.stream().map(n -> quote(n)).collect(Collectors.joining(", "));
    }

    /** All of these conditions; true without any. */
    static String and(List<String> conditions) {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** The key of a row for people, as in {@code id=42}. */
    static String keyText(String alias, List<Column> key) {
        return key.isEmpty()
                ? "''"
                : key.stream()
                        .map(c -> literal(c.name() + "=") + ", COALESCE(" + MysqlText.of(column(alias, c.name()), c)
                                + ", 'NULL')")
                        .collect(Collectors.joining(", ', ', ", "CONCAT(", ")"));
    }

    /** The same for columns whose types are not known; for queries alone, as it may warn. */
    private static String keyTextOf(List<String> key) {
        return key.stream()
                .map(c -> literal(c + "=") + ", COALESCE(CONVERT(CAST(" + column("c", c)
                        + " AS CHAR) USING utf8mb4), HEX(" + column("c", c) + "), 'NULL')")
                .collect(Collectors.joining(", ', ', ", "CONCAT(", ")"));
    }

    /** The columns that put rows into the order of their key. */
    static String keyOrder(List<Column> key) {
        return key.isEmpty()
                ? "NULL"
                : key.stream().map(c -> column("c", c.name())).collect(Collectors.joining(", "));
    }

    /** A query of {@code rows, sample} over the rows that a FROM clause with its WHERE finds. */
    static String rowsAndSample(String from, List<Column> key) {
        return key.isEmpty() ? count(from) : rowsAndSample(from, keyText("c", key), keyOrder(key));
    }

    /** The same for key columns whose types are not known. */
    static String rowsAndSampleOf(String from, List<String> key) {
        String order = key.stream().map(c -> column("c", c)).collect(Collectors.joining(", "));
        return key.isEmpty() ? count(from) : rowsAndSample(from, keyTextOf(key), order);
    }

    private static String count(String from) {
        return "SELECT COUNT(*) AS `rows`, '' AS sample\n" + from;
    }

    private static String rowsAndSample(String from, String text, String order) {
        return """
                SELECT (SELECT COUNT(*)
                        %1$s) AS `rows`,
                       COALESCE((SELECT GROUP_CONCAT(LEFT(s.row_key, 200) ORDER BY s.n SEPARATOR ', ')
                                 FROM (SELECT %2$s AS row_key, ROW_NUMBER() OVER (ORDER BY %3$s) AS n
                                       %1$s
                                       ORDER BY %3$s LIMIT 3) s), '') AS sample""".formatted(from, text, order);
    }

    /** Sets rows of one table aside: reason, key and data are expressions over what a FROM clause finds. */
    static String quarantine(
            String backupSchema, ObjectId table, String reason, String rowKey, String rowData, String from) {
        return "INSERT INTO " + quote(backupSchema, "rollback_quarantine")
                + " (`run`, `table_name`, `reason`, `row_key`, `row_data`)\nSELECT '" + Tokens.RUN + "', "
                + literal(table.path()) + ", " + reason + ", " + rowKey + ", " + rowData + "\n" + from;
    }

    /** All values of a row as JSON, by column names. */
    static String rowData(String alias, Collection<Column> columns) {
        return columns.stream()
                .map(c -> literal(c.name()) + ", " + MysqlText.json(column(alias, c.name()), c))
                .collect(Collectors.joining(", ", "JSON_OBJECT(", ")"));
    }

    /** 32 bytes that tell rows of different values apart. */
    static String hash(String alias, List<Column> columns) {
        return "UNHEX(" + hexHash(alias, columns) + ")";
    }

    static String hexHash(String alias, List<Column> columns) {
        return columns.stream()
                .map(c -> MysqlText.piece(column(alias, c.name()), c))
                .collect(Collectors.joining(", ',', ", "SHA2(CONCAT(", "), 256)"));
    }

    /** The columns of a relation that hold values of their own, of a table that may have others. */
    static List<Column> columns(Table table, Collection<String> names) {
        return names.stream().flatMap(n -> table.column(n).stream()).toList();
    }

    /** A condition for two values of this type, null being equal to null: equal to the last digit. */
    static String same(String one, String other, Column type) {
        return MysqlText.comparable(one, type) + " <=> " + MysqlText.comparable(other, type);
    }

    /** A condition that is the opposite of {@link #same}. */
    static String differs(String one, String other, Column type) {
        return "NOT (" + same(one, other, type) + ")";
    }

    /** A condition for two values of a key, which can use an index; both have the same character set and collation. */
    static String keyEquals(String one, String other, Column type) {
        return MysqlValueType.of(type).is(Family.TEXT)
                ? one + " = " + other + " AND CAST(" + one + " AS BINARY) = CAST(" + other + " AS BINARY)"
                : one + " = " + other;
    }

    static String exists(Relation relation, String alias, String condition) {
        return "EXISTS (SELECT 1 FROM " + quote(relation) + " " + alias + " WHERE " + condition + ")";
    }

    /** A condition for a row that points to another by a foreign key. */
    static String pointsTo(Constraint fk, String child, String parent) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < fk.columns().size(); i++) {
            equal.add(column(child, fk.columns().get(i)) + " = "
                    + column(parent, fk.referencedColumns().get(i)));
        }
        return and(equal);
    }
}
